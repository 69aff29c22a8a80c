using System.Reflection;
using Restoration.Formats.AuditRecords;
using Restoration.Formats.ICalendar.Components;
using Restoration.Items;
using Restoration.Sources;
using Restoration.Sources.AuditLog;
using static Restoration.Formats.Tests.AuditRecords.AuditSamples;

namespace Restoration.Formats.Tests.AuditRecords;

/// <summary>From a file to losses.</summary>
public sealed class AuditToLossTests
{
    [Fact]
    public async Task An_export_becomes_losses_and_what_is_wrong_with_it()
    {
        string text = "RecordId,CreationDate,AuditData\r\n"
            + $"1,a,{Cell(Group)}\r\n2,b,{Cell(Update)}\r\n3,c,\"{{cut\"\r\n4,d,{Cell(Group)}\r\n";
        using MemoryStream stream = new(System.Text.Encoding.UTF8.GetBytes(text));

        LossReport report = await LossAnalyzer.AnalyzeAsync(
            new AuditRecordFormat().ReadAsync(stream, new ReadOptions { FileName = "export.csv" }, CancellationToken.None), LossFilter.All, CancellationToken.None);

        Loss loss = Assert.Single(report.Losses);
        Assert.Equal((LossKind.Deleted, "Größe \"XL\", planning", FolderPath.Calendar), (loss.Kind, loss.Subject, loss.Folder!.Value));
        Assert.Equal("AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0AMr0AvuxdVEeHBJji-6K8qQAGIF5PiwAA", loss.ImmutableId);
        Assert.Equal(("export.csv", 1L), (loss.Record.File, loss.Record.Row));
        Assert.Equal(3L, Assert.Single(report.Findings).Row);
        Assert.Equal(1L, report.Counts[NoLossReason.Duplicate]);
        Assert.Equal("Update", Assert.Single(report.Noted).Record.Operation);
    }

    [Theory]
    [InlineData("Subject")]
    [InlineData("HtmlBody")]
    [InlineData("Location")]
    [InlineData("StartTime")]
    [InlineData("EndTime")]
    [InlineData("MapiIsAllDayEvent")]
    [InlineData("AppointmentRecurrenceBlob")]
    [InlineData("OrganizerEmailAddress")]
    [InlineData("RecipientCollection")]
    [InlineData("Categories")]
    [InlineData("ReminderMinutesBeforeStart")]
    [InlineData("Sensitivity")]
    [InlineData("FreeBusyStatus")]
    [InlineData("Importance")]
    [InlineData("AttachmentCollection")]
    public void A_changed_property_is_a_part_that_the_codec_knows(string property)
    {
        string[] known = [.. typeof(PartNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];
        LossAnalyzer analyzer = new(LossFilter.All);
        analyzer.Add(new AuditRecordFormat().Parse(Update.Replace("RecipientCollection\",\"Location", property, StringComparison.Ordinal), new AuditRecordEnvelope()));

        Assert.Contains(Assert.Single(Assert.Single(analyzer.Complete().Losses).Parts!), known);
    }
}
