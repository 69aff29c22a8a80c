namespace Restoration.Formats.Tests.Interop;

/// <summary>Marks test classes that are run only where the foreign parsers are.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NeedsInteropAttribute : Attribute;
