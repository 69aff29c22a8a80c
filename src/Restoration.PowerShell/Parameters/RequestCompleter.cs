using System.Collections;
using Restoration.Hosting;
using Restoration.Requests;

namespace Restoration.PowerShell.Parameters;

/// <summary>Offers the restore requests, newest first.</summary>
internal sealed class RequestCompleter : StoreCompleter
{
    private protected override async ValueTask<IEnumerable<(string Value, string ToolTip)>> FindAsync(
        RestorationSession session, IDictionary given, CancellationToken stop)
    {
        IReadOnlyList<RestoreRequest> requests = await session.Requests.ListAsync(stop);
        return requests.Select(request => (request.Identity, $"{request.Kind}, {request.Status}: {request.Counts}"));
    }
}
