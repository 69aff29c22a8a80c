using System.Globalization;
using System.Management.Automation;

namespace Restoration.PowerShell.Parameters;

/// <summary>
/// Takes a date as text or as one of .NET's types and hands on text that says no more than the value does: a DateTime that
/// does not know its zone stays a reading of the clock, which needs -TimeZone.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DateTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
        => (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            DateTimeOffset moment => moment.ToString("O", CultureInfo.InvariantCulture),
            DateTime moment => moment.ToString("O", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            _ => inputData,
        };
}
