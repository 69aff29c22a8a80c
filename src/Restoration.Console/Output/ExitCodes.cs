using Restoration.Failures;
using Restoration.Requests;

namespace Restoration.Console.Output;

/// <summary>What the program ends with.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int Error = 1;
    public const int Usage = 2;
    public const int SomeFailed = 3;
    public const int Conflict = 4;

    /// <summary>The code of a failure.</summary>
    public static int Of(FailureCode code) => code switch
    {
        FailureCode.InvalidArgument or FailureCode.InvalidLocation or FailureCode.InvalidDate
            or FailureCode.TimeZoneRequired or FailureCode.TimeZoneNotFound => Usage,
        FailureCode.Conflict => Conflict,
        _ => Error,
    };

    /// <summary>The code of a run.</summary>
    public static int Of(RestoreCounts counts) => counts.Failed > 0 ? SomeFailed : counts.Conflicts > 0 ? Conflict : Done;
}
