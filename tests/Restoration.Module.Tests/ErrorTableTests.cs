using System.Management.Automation;
using Restoration.Failures;
using Restoration.PowerShell;

namespace Restoration.Module.Tests;

public sealed class ErrorTableTests
{
    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_failure_has_a_category(FailureCode code) => Assert.NotEqual(ErrorCategory.NotSpecified, ErrorRecords.CategoryOf(code));

    [Theory]
    [InlineData(FailureCode.CalendarNotFound, ErrorCategory.ObjectNotFound)]
    [InlineData(FailureCode.FileExists, ErrorCategory.ResourceExists)]
    [InlineData(FailureCode.StoreLocked, ErrorCategory.ResourceBusy)]
    [InlineData(FailureCode.PermissionDenied, ErrorCategory.PermissionDenied)]
    [InlineData(FailureCode.ParserError, ErrorCategory.ParserError)]
    [InlineData(FailureCode.InvalidArgument, ErrorCategory.InvalidArgument)]
    [InlineData(FailureCode.StoreTooNew, ErrorCategory.NotEnabled)]
    public void Categories_are_those_that_scripts_know(FailureCode code, ErrorCategory category) => Assert.Equal(category, ErrorRecords.CategoryOf(code));

    public static TheoryData<FailureCode> Codes() => [.. Enum.GetValues<FailureCode>()];
}
