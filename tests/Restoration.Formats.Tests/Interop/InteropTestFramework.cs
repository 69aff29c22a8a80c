using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestFramework("Restoration.Formats.Tests.Interop.InteropTestFramework", "Restoration.Formats.Tests")]

namespace Restoration.Formats.Tests.Interop;

/// <summary>xunit, which does not find the tests that need foreign parsers where there are none: what cannot be run is not counted as passed.</summary>
public sealed class InteropTestFramework(IMessageSink messages) : XunitTestFramework(messages)
{
    protected override ITestFrameworkDiscoverer CreateDiscoverer(IAssemblyInfo assemblyInfo)
        => new Discoverer(assemblyInfo, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Discoverer(IAssemblyInfo assembly, ISourceInformationProvider sources, IMessageSink messages)
        : XunitTestFrameworkDiscoverer(assembly, sources, messages)
    {
        protected override bool IsValidTestClass(ITypeInfo type) => base.IsValidTestClass(type)
            && (ForeignParsers.AreThere || type.ToRuntimeType().GetCustomAttribute<NeedsInteropAttribute>() is null);
    }
}
