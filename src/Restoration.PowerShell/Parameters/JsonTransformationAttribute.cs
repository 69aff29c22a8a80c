using System.Management.Automation;

namespace Restoration.PowerShell.Parameters;

/// <summary>Takes a hashtable or an object where JSON is expected. Text is taken for JSON already.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class JsonTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => inputData is null ? null : RecordJson.Of(inputData);
}
