using System.Management.Automation;
using Restoration.Failures;
using Restoration.Files;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell.Commands;

/// <summary>Writes calendar files in another format. One that is broken does not stop the rest.</summary>
[Cmdlet(VerbsData.Convert, "Calendar", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
[OutputType(typeof(ConvertedFile))]
public sealed class ConvertCalendarCommand : FileCmdlet
{
    /// <summary>The files to read, or folders with all that is in them.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Path", ValueFromPipeline = true), SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>The files or folders to read, by names that hold no wildcards.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath", ValueFromPipelineByPropertyName = true), Alias("PSPath")]
    public string[]? LiteralPath { get; set; }

    /// <summary>The file to write, or the folder to write to.</summary>
    [Parameter(Mandatory = true, Position = 1), ValidateNotNullOrEmpty]
    public string Destination { get; set; } = "";

    /// <summary>The format to write, if the file's name does not say it; a folder needs it.</summary>
    [Parameter, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(FormatCompleter))]
    public string? Format { get; set; }

    /// <summary>The format to read, if it is not to be recognised by content.</summary>
    [Parameter, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(FormatCompleter))]
    public string? SourceFormat { get; set; }

    /// <summary>Whether to write what only this program reads; -IncludeMetadata:$false leaves it out.</summary>
    [Parameter]
    public SwitchParameter IncludeMetadata { get; set; } = true;

    /// <summary>Overwrites files that exist.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        IReadOnlyList<string> sources = LiteralPath is null ? FilePaths.Existing(this, Path) : FilePaths.Literal(this, LiteralPath);
        string target = FilePaths.Literal(this, Destination);
        bool isFolder = sources.Count > 1 || System.IO.Path.EndsInDirectorySeparator(Destination);
        string place = isFolder ? target + System.IO.Path.DirectorySeparatorChar : target;
        ConversionOptions options = new()
        {
            From = SourceFormat,
            To = Format,
            TimeZone = TimeZone,
            Culture = Culture,
            Force = Force,
            IncludeMetadata = IncludeMetadata,
            PlanOnly = IsWhatIf,
            Losses = new Progress<Finding>(Report),
        };
        IEnumerable<PlannedConversion> plan = sources
            .SelectMany(source => Files.Plans.Make(source, place, Format))
            .Where(file => ShouldProcess($"{file.Source} -> {file.Target}", "Convert") || IsWhatIf);
        await foreach (ConvertedFile file in Files.Conversions.ConvertAsync(plan, options, stop))
        {
            foreach (Finding finding in file.Findings)
            {
                Report(finding);
            }

            if (file is { Failure: { } code, Message: { } message })
            {
                Fail(new RestorationException(code, message, file.Source), file);
            }

            if (!IsWhatIf)
            {
                WriteObject(file);
            }
        }
    }
}
