using System.Text;
using Restoration.Formats.Messages;
using Restoration.Items;

namespace Restoration.Formats.Tests.Messages;

/// <summary>Messages for tests.</summary>
internal static class Mail
{
    public static ItemCodec Codec { get; } = new();

    public const string Plain =
        "Received: from mx.contoso.com by mail.contoso.com; Tue, 3 Nov 2026 09:00:05 +0100\r\n"
        + "Message-ID: <1@contoso.com>\r\nDate: Tue, 3 Nov 2026 09:00:00 +0100\r\nFrom: Alice <alice@contoso.com>\r\n"
        + "To: bob@contoso.com\r\nSubject: Plan\r\n\r\nLet us meet.\r\n";

    public static Item Item(string mime = Plain, MessageState? state = null) => MessageFactory.Create(state ?? new MessageState(), Encoding.UTF8.GetBytes(mime));

    public static string With(string header) => header + "\r\n" + Plain;
}
