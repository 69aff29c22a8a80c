using System.Management.Automation;
using Restoration.Failures;
using Restoration.Hosting;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell;

/// <summary>The base of cmdlets that work on files alone; no store is opened.</summary>
public abstract class FileCmdlet : AsyncCmdlet
{
    private FileSession? _files;

    /// <summary>What dates without an offset mean.</summary>
    [Parameter, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(TimeZoneCompleter))]
    public string? TimeZone { get; set; }

    /// <summary>The language that tables were written in: of dates such as 03/04/2026, and of letters that are not Unicode.</summary>
    [Parameter, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(CultureCompleter))]
    public string? Culture { get; set; }

    /// <summary>What works on files.</summary>
    private protected FileSession Files => _files ??= new FileSession(RunspaceSession.Current.Options);

    /// <summary>Warns of what is noticed about a file; what could not be used of it is an error.</summary>
    private protected void Report(Finding finding)
    {
        switch (finding.Severity)
        {
            case Severity.Error:
                Fail(new RestorationException(finding.Code, finding.ToString(), finding.Item ?? finding.File), finding);
                break;
            case Severity.Warning:
                WriteWarning(finding.ToString());
                break;
            default:
                WriteVerbose(finding.ToString());
                break;
        }
    }
}
