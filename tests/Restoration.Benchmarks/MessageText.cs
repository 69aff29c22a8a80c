using System.Globalization;
using System.Text;

namespace Restoration.Benchmarks;

/// <summary>Messages as a mailbox has them: headers, a text, and an attachment that does not compress; each about 50 KB.</summary>
internal static class MessageText
{
    /// <summary>About how many bytes a message has.</summary>
    public const int Size = 50_000;

    private const int AttachmentBytes = 35_900;

    public static async Task WriteAsync(string path, int count)
    {
        await using FileStream file = new(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        byte[] attachment = new byte[AttachmentBytes];
        for (int number = 1; number <= count; number++)
        {
            await file.WriteAsync(Encoding.ASCII.GetBytes($"From alice@contoso.com Mon Jan  5 08:00:00 2026\n{Of(number, attachment)}\n"));
        }
    }

    /// <summary>A message by its number, the same each time.</summary>
    public static string Of(int number, byte[] attachment)
    {
        new Random(number).NextBytes(attachment);
        DateTime sent = new DateTime(2026, 1, 5, 8, 0, 0, DateTimeKind.Utc).AddMinutes(number);
        return string.Create(CultureInfo.InvariantCulture, $"""
            From: Alice Winter <alice@contoso.com>
            To: Bob Sommer <bob@contoso.com>
            Subject: Figures {number}
            Date: {sent:ddd, dd MMM yyyy HH:mm:ss} +0000
            Message-ID: <figures-{number}@contoso.com>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="part"

            --part
            Content-Type: text/plain; charset=utf-8

            These are the figures of project {number % 97}.
            --part
            Content-Type: application/octet-stream; name="figures.bin"
            Content-Transfer-Encoding: base64

            {Convert.ToBase64String(attachment, Base64FormattingOptions.InsertLineBreaks).ReplaceLineEndings("\n")}
            --part--

            """);
    }
}
