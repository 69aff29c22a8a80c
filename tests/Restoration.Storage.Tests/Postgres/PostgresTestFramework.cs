using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestFramework("Restoration.Storage.Tests.Postgres.PostgresTestFramework", "Restoration.Storage.Tests")]

namespace Restoration.Storage.Tests.Postgres;

/// <summary>xunit, which does not find the tests that need a server where there is none: what cannot be run is not counted as passed.</summary>
public sealed class PostgresTestFramework(IMessageSink messages) : XunitTestFramework(messages)
{
    protected override ITestFrameworkDiscoverer CreateDiscoverer(IAssemblyInfo assemblyInfo)
        => new Discoverer(assemblyInfo, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Discoverer(IAssemblyInfo assembly, ISourceInformationProvider sources, IMessageSink messages)
        : XunitTestFrameworkDiscoverer(assembly, sources, messages)
    {
        protected override bool IsValidTestClass(ITypeInfo type) => base.IsValidTestClass(type)
            && (PostgresServer.Address is not null || type.ToRuntimeType().GetCustomAttribute<NeedsPostgresAttribute>() is null);
    }
}
