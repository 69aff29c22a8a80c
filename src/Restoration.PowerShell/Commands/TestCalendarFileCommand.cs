using System.Management.Automation;
using Restoration.Failures;
using Restoration.Files;
using Restoration.PowerShell.Parameters;
using Restoration.Sources;

namespace Restoration.PowerShell.Commands;

/// <summary>Says what is wrong with calendar files.</summary>
[Cmdlet(VerbsDiagnostic.Test, "CalendarFile", DefaultParameterSetName = "Path")]
[OutputType(typeof(Finding), typeof(bool))]
public sealed class TestCalendarFileCommand : FileCmdlet
{
    /// <summary>The files.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Path", ValueFromPipeline = true), SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>The files, by names that hold no wildcards.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath", ValueFromPipelineByPropertyName = true), Alias("PSPath")]
    public string[]? LiteralPath { get; set; }

    /// <summary>The format, if it is not to be recognised by content.</summary>
    [Parameter, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(FormatCompleter))]
    public string? Format { get; set; }

    /// <summary>Writes only whether nothing of the file is lost.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        FileSourceOptions options = new() { Format = Format, TimeZone = TimeZone, Culture = Culture };
        foreach (string file in LiteralPath is null ? FilePaths.Existing(this, Path) : FilePaths.Literal(this, LiteralPath))
        {
            FileCheck check = await Files.Files.CheckAsync(file, options, stop);
            WriteVerbose($"{check.Path}: {check.Format}, {check.ItemCount} items, {check.ErrorCount} errors, {check.WarningCount} warnings.");
            if (Quiet)
            {
                WriteObject(check.IsValid);
            }
            else
            {
                WriteObject(check.Findings, enumerateCollection: true);
            }
        }
    }
}
