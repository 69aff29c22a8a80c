using Restoration.Failures;
using Restoration.Formats.ICalendar.Reading;
using Restoration.Items;

namespace Restoration.Formats.ICalendar.Items;

/// <summary>Makes items of contents and of appointments.</summary>
public static class ItemFactory
{
    /// <summary>
    /// Reads the content of an item again. A content that was stored unchanged gives the keys and hashes that it had.
    /// </summary>
    /// <param name="content">Time zones that nobody else knows, and one component.</param>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidData"/>: the content is no component of a calendar.</exception>
    public static Item FromFragment(ReadOnlyMemory<byte> content)
    {
        using OpenItem open = new(content, null);
        return new ItemBuilder(open.Zones, new FindingLog(null)).Build(open.Component);
    }

    /// <summary>Makes an item of an appointment that comes from elsewhere. Without a UID it gets one made from what it says.</summary>
    public static Item FromAppointment(Appointment appointment) => FromFragment(AppointmentEncoder.Encode(appointment));
}
