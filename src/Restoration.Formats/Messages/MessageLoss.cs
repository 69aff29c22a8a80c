using Restoration.Failures;
using Restoration.Items;

namespace Restoration.Formats.Messages;

/// <summary>What a calendar file says of items that are no components of a calendar.</summary>
internal static class MessageLoss
{
    /// <summary>The loss; none of what has a place in such a file.</summary>
    public static IReadOnlyList<Finding> Find(Item item) => OpenMessage.IsMessage(item.Content.Span)
        ? [new Finding(Severity.Error, FailureCode.NotSupported, "a calendar file has no place for messages, contacts and notes; export the mailbox instead.") { Item = item.Key.Uid ?? item.Subject }]
        : [];
}
