namespace Restoration.Storage.Tests.Postgres;

/// <summary>Marks test classes that are run only where there is a server.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NeedsPostgresAttribute : Attribute;
