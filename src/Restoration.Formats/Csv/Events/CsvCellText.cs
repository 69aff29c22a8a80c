using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Restoration.Formats.ICalendar.Values;

namespace Restoration.Formats.Csv.Events;

/// <summary>What a column shows of a member, and whether the member can be made of it again.</summary>
/// <param name="Text">The cell.</param>
/// <param name="Zone">The cell for the zone of a time.</param>
/// <param name="IsWhole">Whether nothing of the member is missing.</param>
internal readonly partial record struct CsvCellText(string Text, string? Zone, bool IsWhole)
{
    /// <summary>The cell of a member.</summary>
    public static CsvCellText Of(JsonElement member, CsvKind kind) => kind switch
    {
        CsvKind.Text or CsvKind.Word => OfText(member),
        CsvKind.Time => OfTime(member),
        CsvKind.Texts => OfTexts(member),
        CsvKind.Person => OfPeople([member]),
        CsvKind.People => OfPeople([.. member.EnumerateArray()]),
        CsvKind.Rule => OfRule(member),
        CsvKind.Reminder => OfReminder(member),
        _ => new CsvCellText(member.GetRawText(), null, IsWhole: true),
    };

    // What separates people and names, and the colon, which makes an address of its own kind of it.
    private const string NotInEmail = ";<>: \r\n";

    // An empty cell is a member that is not there.
    private static CsvCellText OfText(JsonElement member)
        => member.ValueKind == JsonValueKind.String && member.GetString() is { Length: > 0 } text ? new CsvCellText(text, null, IsStable(text)) : default;

    // A cell is read with its line ends, and a JSON text has LF for all of them.
    private static bool IsStable(string text) => !text.Contains('\r', StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(text);

    private static CsvCellText OfTime(JsonElement member)
    {
        bool isDate = member.TryGetProperty("date", out JsonElement time);
        string text = isDate || member.TryGetProperty("dateTime", out time) ? time.GetString() ?? "" : "";
        string zone = member.TryGetProperty("timeZone", out JsonElement name) ? name.GetString() ?? "" : "";
        return new CsvCellText(text, zone, zone.Trim() == zone);
    }

    private static CsvCellText OfTexts(JsonElement member)
    {
        string[] texts = [.. member.EnumerateArray().Select(text => text.GetString() ?? "")];
        return new CsvCellText(
            string.Join("; ", texts), null, Array.TrueForAll(texts, text => text.Length > 0 && text.Trim() == text && !text.AsSpan().ContainsAny(";\r\n")));
    }

    private static CsvCellText OfPeople(JsonElement[] people)
    {
        string[] texts = new string[people.Length];
        bool isWhole = true;
        for (int i = 0; i < people.Length; i++)
        {
            string? email = TextOf(people[i], "email");
            string? name = TextOf(people[i], "name");
            texts[i] = name is null ? email ?? TextOf(people[i], "address") ?? "" : $"{name} <{email ?? TextOf(people[i], "address")}>";
            int members = (email is null ? 0 : 1) + (name is null ? 0 : 1);
            isWhole &= email is not null && people[i].EnumerateObject().Count() == members && IsPlain(email) && (name is null || (name.Trim() == name && name.Length > 0 && !name.AsSpan().ContainsAny(";<>\r\n")));
        }

        return new CsvCellText(string.Join("; ", texts), null, isWhole);
    }

    private static CsvCellText OfRule(JsonElement member)
    {
        string[] rules = member.TryGetProperty("rules", out JsonElement list) ? [.. list.EnumerateArray().Select(rule => rule.GetString() ?? "")] : [];
        return new CsvCellText(
            string.Join(" ", rules), null, rules is [{ Length: > 0 } rule] && rule.Trim() == rule && !rule.AsSpan().ContainsAny("\r\n") && member.EnumerateObject().Count() == 1);
    }

    // The usual one: {"action":"DISPLAY","trigger":"-PT15M","description":"Reminder"}
    private static CsvCellText OfReminder(JsonElement member)
    {
        string trigger = member.GetArrayLength() > 0 ? TextOf(member[0], "trigger") ?? "" : "";
        bool isUsual = member.GetArrayLength() == 1 && TextOf(member[0], "action") == "DISPLAY" && TextOf(member[0], "description") == "Reminder" && member[0].EnumerateObject().Count() == 3;
        Match minutes = Minutes().Match(trigger);
        return minutes.Success ? new CsvCellText(minutes.Groups[1].Value, null, isUsual)
            : DurationValue.TryParse(System.Text.Encoding.UTF8.GetBytes(trigger), out DurationValue duration)
            ? new CsvCellText((-duration.Nominal.TotalMinutes).ToString("0.##", CultureInfo.InvariantCulture), null, IsWhole: false)
            : new CsvCellText(trigger, null, IsWhole: false);
    }

    private static bool IsPlain(string email)
        => email.Length > 0 && email.Contains('@', StringComparison.Ordinal) && !email.AsSpan().ContainsAny(NotInEmail);

    private static string? TextOf(JsonElement value, string name)
        => value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    [GeneratedRegex("^-PT([1-9][0-9]{0,5})M$", RegexOptions.CultureInvariant)]
    private static partial Regex Minutes();
}
