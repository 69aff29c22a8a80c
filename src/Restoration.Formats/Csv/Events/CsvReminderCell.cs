using System.Globalization;
using System.Text;
using System.Text.Json;
using Restoration.Formats.AuditRecords;
using Restoration.Formats.ICalendar.Values;

namespace Restoration.Formats.Csv.Events;

/// <summary>
/// The first reminder in a cell, as the minutes before the start. A cell holds all of the usual one:
/// <c>[{"action":"DISPLAY","trigger":"-PT15M","description":"Reminder"}]</c>.
/// </summary>
internal static class CsvReminderCell
{
    private const int UsualMembers = 3;
    private const int MostDigits = 6;

    /// <summary>Appends the reminder of an array.</summary>
    public static bool Append(ref Utf8JsonReader reader, CsvCells cells)
    {
        if (!CsvCellText.IsArray(ref reader))
        {
            return false;
        }

        bool isUsual = false;
        int count = 0;
        ReadOnlySpan<byte> trigger = default;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            bool isThisUsual = IsUsual(ref reader, out ReadOnlySpan<byte> its);
            trigger = count == 0 ? its : trigger;
            isUsual = count++ == 0 && isThisUsual;
        }

        return AppendTrigger(trigger, cells) && isUsual;
    }

    private static bool IsUsual(scoped ref Utf8JsonReader reader, out ReadOnlySpan<byte> trigger)
    {
        trigger = default;
        if (!CsvCellText.IsObject(ref reader))
        {
            return false;
        }

        bool isUsual = true;
        int members = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            members++;
            ReadOnlySpan<byte> name = JsonText.ReadBytes(ref reader);
            reader.Read();
            ReadOnlySpan<byte> text = reader.TokenType == JsonTokenType.String ? JsonText.ReadBytes(ref reader) : default;
            if (name.SequenceEqual("trigger"u8))
            {
                trigger = text;
            }
            else
            {
                isUsual &= name.SequenceEqual("action"u8) ? text.SequenceEqual("DISPLAY"u8)
                    : name.SequenceEqual("description"u8) && text.SequenceEqual("Reminder"u8);
            }

            reader.Skip();
        }

        return isUsual && members == UsualMembers;
    }

    // Whether the cell is read as the same trigger again.
    private static bool AppendTrigger(ReadOnlySpan<byte> trigger, CsvCells cells)
    {
        if (trigger.StartsWith("-PT"u8) && trigger[^1] == 'M' && IsNumber(trigger[3..^1]))
        {
            cells.Append(trigger[3..^1]);
            return true;
        }

        cells.Append(DurationValue.TryParse(trigger, out DurationValue duration)
            ? Encoding.ASCII.GetBytes((-duration.Nominal.TotalMinutes).ToString("0.##", CultureInfo.InvariantCulture))
            : trigger);
        return false;
    }

    private static bool IsNumber(ReadOnlySpan<byte> digits)
        => digits is [>= (byte)'1' and <= (byte)'9', ..] && digits.Length <= MostDigits && !digits.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
