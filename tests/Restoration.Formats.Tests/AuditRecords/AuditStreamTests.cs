using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Restoration.Failures;
using Restoration.Formats.AuditRecords;
using Restoration.Formats.Tests.Properties;
using Restoration.Sources;
using static Restoration.Formats.Tests.AuditRecords.AuditSamples;

namespace Restoration.Formats.Tests.AuditRecords;

/// <summary>Files larger than any buffer, and files that are broken at random.</summary>
public sealed class AuditStreamTests
{
    private const int Many = 5000;

    [Fact]
    public async Task A_page_larger_than_any_buffer_comes_out_record_by_record()
    {
        string records = string.Join(",\n", Enumerable.Range(0, Many).Select(GroupWithId));
        foreach (string text in (string[])
        [
            "[" + records + "]",
            "{\"@odata.context\":\"x\",\"value\":[" + records + "],\"@odata.nextLink\":\"y\"}",
            "{\"took\":1,\"shards\":{\"total\":1},\"hits\":{\"tags\":[1,2],\"total\":{\"value\":5000},\"hits\":[" + records + "]}}",
        ])
        {
            AuditFile file = await AuditFile.ReadAsync(text);

            Assert.Equal(Many, file.Records.DistinctBy(record => record.RecordId).Count());
            Assert.Equal(Many, file.Records.Count);
        }
    }

    [Fact]
    public async Task Only_a_window_of_the_file_is_read_before_the_first_record_comes_out()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, Many).Select(GroupWithId)));
        using MemoryStream stream = new(bytes);
        await foreach (Restoration.Sources.AuditLog.ReadAuditRecord read in
            new AuditRecordFormat().ReadAsync(stream, new ReadOptions { FileName = "export" }, CancellationToken.None))
        {
            Assert.NotNull(read.Record);
            Assert.True(stream.Position < bytes.Length / 10);
            break;
        }
    }

    [Fact]
    public async Task A_cancelled_reading_ends()
    {
        using CancellationTokenSource cancellation = new();
        await cancellation.CancelAsync();
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(Group));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (Restoration.Sources.AuditLog.ReadAuditRecord _ in
                new AuditRecordFormat().ReadAsync(stream, new ReadOptions { FileName = "export" }, cancellation.Token))
            {
                Assert.Fail("Nothing may come out.");
            }
        });
    }

    [Fact]
    public void A_file_that_is_cut_or_altered_anywhere_fails_as_a_file_or_loses_rows_but_never_crashes()
    {
        byte[][] files =
        [
            Encoding.UTF8.GetBytes("RecordId,CreationDate,AuditData\r\n" + $"1,2,{Cell(Indent(Group))}\r\n3,4,{Cell(Update)}\r\n"),
            Encoding.UTF8.GetBytes("{\"value\":[{\"id\":\"1\",\"auditData\":" + Quoted(Group) + "}," + Indent(Update) + "]}"),
            Encoding.UTF8.GetBytes(Group + "\n{\"message\":" + Quoted(Update) + "}\n"),
            Gzip("[" + Group + "," + Update + "]"),
        ];
        Gen<(int File, int Cut, int At, byte Value)> damages =
            from file in Gen.Choose(0, files.Length - 1)
            from cut in Gen.Choose(0, files[file].Length)
            from at in Gen.Choose(0, files[file].Length - 1)
            from value in Gen.Elements((byte)'"', (byte)'{', (byte)'}', (byte)'[', (byte)'\\', (byte)',', (byte)'\n', (byte)0, (byte)0xFF, (byte)'u')
            select (file, cut, at, value);

        Prop.ForAll(damages.ToArbitrary(), damage =>
        {
            byte[] altered = (byte[])files[damage.File].Clone();
            altered[damage.At] = damage.Value;
            return Survives(altered) && Survives(files[damage.File][..damage.Cut]);
        }).CheckSeeded(500);
    }

    private static bool Survives(byte[] bytes)
    {
        try
        {
            return AuditFile.ReadAsync(bytes).GetAwaiter().GetResult().Records.Count <= 2;
        }
        catch (RestorationException failure)
        {
            return failure.Code is FailureCode.InvalidData or FailureCode.UnsupportedFormat;
        }
    }
}
