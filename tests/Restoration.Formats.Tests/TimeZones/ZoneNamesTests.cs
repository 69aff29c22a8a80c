using Restoration.Failures;
using Restoration.Formats.TimeZones;
using Restoration.Items;

namespace Restoration.Formats.Tests.TimeZones;

public class ZoneNamesTests
{
    private static readonly TimeZoneCatalog Catalog = TimeZoneCatalog.Default;

    [Theory]

    // The tz database, in any case, quoted, with blanks
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    [InlineData("europe/berlin", "Europe/Berlin")]
    [InlineData(" \"Europe/Berlin\" ", "Europe/Berlin")]
    [InlineData("America/New York", "America/New_York")]
    [InlineData("America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires")]
    [InlineData("America/North_Dakota/New_Salem", "America/North_Dakota/New_Salem")]

    // Names that were respelt or retired become the present ones; places keep theirs
    [InlineData("Asia/Calcutta", "Asia/Kolkata")]
    [InlineData("Europe/Kiev", "Europe/Kyiv")]
    [InlineData("America/Buenos_Aires", "America/Argentina/Buenos_Aires")]
    [InlineData("US/Eastern", "America/New_York")]
    [InlineData("US/Pacific", "America/Los_Angeles")]
    [InlineData("Canada/Atlantic", "America/Halifax")]
    [InlineData("Iceland", "Atlantic/Reykjavik")]
    [InlineData("EST5EDT", "America/New_York")]
    [InlineData("PST8PDT", "America/Los_Angeles")]
    [InlineData("Europe/Oslo", "Europe/Oslo")]
    [InlineData("Europe/Amsterdam", "Europe/Amsterdam")]
    [InlineData("Africa/Accra", "Africa/Accra")]

    // UTC
    [InlineData("Etc/UTC", "Etc/UTC")]
    [InlineData("UTC", "Etc/UTC")]
    [InlineData("Z", "Etc/UTC")]
    [InlineData("Zulu", "Etc/UTC")]
    [InlineData("GMT", "Etc/GMT")]
    [InlineData("tzone://Microsoft/Utc", "Etc/UTC")]
    [InlineData("(UTC) Coordinated Universal Time", "Etc/UTC")]
    [InlineData("Coordinated Universal Time", "Etc/UTC")]
    [InlineData("(UTC)", "Etc/UTC")]

    // Windows, also as Notes cuts it short
    [InlineData("W. Europe Standard Time", "Europe/Berlin")]
    [InlineData("w. europe standard time", "Europe/Berlin")]
    [InlineData("W. Europe Daylight Time", "Europe/Berlin")]
    [InlineData("W. Europe", "Europe/Berlin")]
    [InlineData("Romance", "Europe/Paris")]
    [InlineData("Eastern", "America/New_York")]
    [InlineData("Central European", "Europe/Warsaw")]
    [InlineData("GMT Standard Time", "Europe/London")]
    [InlineData("Greenwich Standard Time", "Atlantic/Reykjavik")]
    [InlineData("India Standard Time", "Asia/Kolkata")]
    [InlineData("Mexico Standard Time 2", "America/Mazatlan")]
    [InlineData("UTC-11", "Etc/GMT+11")]
    [InlineData("Z=-1$DO=1$DL=3 -1 1 10 -1 1$ZX=33$ZN=W. Europe", "Europe/Berlin")]

    // What Windows, Outlook, Exchange, Zimbra and Rails show
    [InlineData("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Berlin")]
    [InlineData("(GMT+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Berlin")]
    [InlineData("(GMT+01.00) Amsterdam / Berlin / Bern / Rome / Stockholm / Vienna", "Europe/Berlin")]
    [InlineData("(GMT+01.00) Sarajevo/Warsaw/Zagreb", "Europe/Warsaw")]
    [InlineData("(UTC+01:00) Brussels, Copenhagen, Madrid, Paris", "Europe/Paris")]
    [InlineData("(UTC-05:00) Eastern Time (US & Canada)", "America/New_York")]
    [InlineData("Eastern Time (US & Canada)", "America/New_York")]
    [InlineData("(GMT-08:00) Pacific Time (US & Canada); Tijuana", "America/Los_Angeles")]
    [InlineData("(UTC) Dublin, Edinburgh, Lisbon, London", "Europe/London")]
    [InlineData("(UTC+00:00) Dublin, Edinburgh, Lisbon, London", "Europe/London")]
    [InlineData("(GMT) Greenwich Mean Time : Dublin, Edinburgh, Lisbon, London", "Europe/London")]
    [InlineData("(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi", "Asia/Kolkata")]
    [InlineData("(UTC+08:00) Beijing, Chongqing, Hong Kong, Urumqi", "Asia/Shanghai")]
    [InlineData("(UTC+10:00) Canberra, Melbourne, Sydney", "Australia/Sydney")]
    [InlineData("(GMT-11:00) Midway Island, Samoa", "Pacific/Pago_Pago")]
    [InlineData("Dublin", "Europe/Dublin")]
    [InlineData("Hawaii", "Pacific/Honolulu")]
    [InlineData("Port-au-Prince", "America/Port-au-Prince")]

    // Behind a prefix, or with the wrong separators
    [InlineData("/citadel.org/20190914_1/Europe/Berlin", "Europe/Berlin")]
    [InlineData("/freeassociation.sourceforge.net/Tzfile/Europe/Berlin", "Europe/Berlin")]
    [InlineData("/freeassociation.sourceforge.net/America/Argentina/Ushuaia", "America/Argentina/Ushuaia")]
    [InlineData("/mozilla.org/20050126_1/Europe/Berlin", "Europe/Berlin")]
    [InlineData("/softwarestudio.org/Olson_20011030_5/America/New_York", "America/New_York")]
    [InlineData("US-Eastern", "America/New_York")]
    [InlineData("America-New_York", "America/New_York")]

    // Plain offsets; the names in Etc have the sign turned round
    [InlineData("UTC+02:00", "Etc/GMT-2")]
    [InlineData("GMT+0200", "Etc/GMT-2")]
    [InlineData("GMT+2", "Etc/GMT-2")]
    [InlineData("UTC-5", "Etc/GMT+5")]
    [InlineData("(UTC+02:00)", "Etc/GMT-2")]
    [InlineData("GMT+0200 (CEST)", "Etc/GMT-2")]
    [InlineData("Etc/GMT-2", "Etc/GMT-2")]
    [InlineData("+00:00", "Etc/UTC")]
    public void A_name_stands_for_a_zone_of_the_tz_database(string name, string iana)
    {
        Assert.Equal(iana, Catalog.FindIanaName(name));
        Assert.Same(Catalog.Find(name), Catalog.Find(iana.AsSpan()));
    }

    [Theory]
    [InlineData("UTC+02:00", 120)]
    [InlineData("Etc/GMT-2", 120)]
    [InlineData("Etc/GMT+5", -300)]
    [InlineData("GMT-0330", -210)]
    [InlineData("+05:45", 345)]
    [InlineData("UTC\u22123", -180)]
    public void An_offset_is_what_it_says(string name, int minutes)
    {
        CalendarTimeZone zone = Catalog.Find(name)!;

        Assert.Equal(TimeSpan.FromMinutes(minutes), zone.OffsetOfUtc(new DateTime(2026, 7, 1)));
        Assert.Equal(TimeSpan.FromMinutes(minutes), zone.OffsetOfLocal(new DateTime(1900, 1, 1)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\"\"")]
    [InlineData("Customized Time Zone")]
    [InlineData("tzone://Microsoft/Custom")]
    [InlineData("Mars/Olympus_Mons")]
    [InlineData("/example.com/Nowhere")]
    [InlineData("UTC+25:00")]
    [InlineData("UTC+02:75")]
    [InlineData("(UTC+01:00")]
    [InlineData("(UTC+01:00) Nowhere, Elsewhere")]
    [InlineData("////")]
    [InlineData("Standard Time")]
    public void What_nobody_knows_is_null(string name)
    {
        Assert.Null(Catalog.Find(name));
        Assert.Null(Catalog.FindIanaName(name));
    }

    [Fact]
    public void No_name_at_all_is_null() => Assert.Null(Catalog.Find((string?)null));

    [Fact]
    public void A_name_as_long_as_a_book_is_null() => Assert.Null(Catalog.Find(new string('/', 10_000_000) + "Europe/Berlin"));

    [Fact]
    public void Names_without_end_do_not_grow_the_catalogue()
    {
        for (int number = 0; number < 20_000; number++)
        {
            Assert.Null(Catalog.Find($"Zone {number} of nowhere"));
        }

        Assert.Equal("Europe/Berlin", Catalog.FindIanaName("Europe/Berlin"));
    }

    [Fact]
    public void Every_name_of_the_tz_database_and_of_Windows_is_known_and_its_answer_is_its_own()
    {
        NodaTime.TimeZones.TzdbDateTimeZoneSource source = NodaTime.TimeZones.TzdbDateTimeZoneSource.Default;
        foreach (string name in source.GetIds().Concat(source.WindowsMapping.PrimaryMapping.Keys))
        {
            string? iana = Catalog.FindIanaName(name);
            Assert.NotNull(iana);
            Assert.Equal(iana, Catalog.FindIanaName(iana));
        }
    }

    [Fact]
    public void The_catalogue_is_the_one_that_the_core_asks()
    {
        ITimeZoneCatalog catalog = Catalog;

        Assert.Equal(new DateTimeOffset(2026, 7, 1, 10, 0, 0, TimeSpan.Zero), catalog.ToInstant(new DateTime(2026, 7, 1, 12, 0, 0), "W. Europe Standard Time"));
        Assert.Equal(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.FromHours(2)), catalog.ToLocal(new DateTimeOffset(2026, 7, 1, 10, 0, 0, TimeSpan.Zero), "Europe/Berlin"));
        Assert.Equal(DateTimeOffset.MinValue, catalog.ToInstant(DateTime.MinValue, "Asia/Tokyo"));
        Assert.Equal(1800, catalog.ToLocal(new DateTimeOffset(1800, 7, 1, 10, 0, 0, TimeSpan.Zero), "Europe/Berlin").Year);
        Assert.Equal(9999, catalog.ToLocal(DateTimeOffset.MaxValue, "Asia/Tokyo").Year);
    }

    [Fact]
    public void An_unknown_name_says_so()
    {
        RestorationException failure = Assert.Throws<RestorationException>(() => Catalog.ToInstant(new DateTime(2026, 7, 1), "Mars/Olympus_Mons"));

        Assert.Equal(FailureCode.TimeZoneNotFound, failure.Code);
        Assert.Equal("Mars/Olympus_Mons", failure.Subject);
    }
}
