using System.Reflection;
using System.Runtime.Loader;

namespace Restoration.Loader;

/// <summary>
/// Where the cmdlets and their dependencies live. It is asked first, the default context last: another version that some other
/// module has brought is never taken, and no other module is ever given ours.
/// </summary>
public sealed class ModuleLoadContext : AssemblyLoadContext
{
    private static readonly object Gate = new();
    private static Assembly? Module;
    private readonly AssemblyDependencyResolver _resolver;

    private ModuleLoadContext(string path)
        : base("Restoration") => _resolver = new AssemblyDependencyResolver(path);

    /// <summary>The assembly of the cmdlets; loaded once a process, because runspaces share it.</summary>
    /// <param name="path">The full path of the assembly, with its <c>.deps.json</c> beside it.</param>
    public static Assembly Load(string path)
    {
        lock (Gate)
        {
            return Module ??= new ModuleLoadContext(path).LoadFromAssemblyPath(path);
        }
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
        => _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;

    /// <inheritdoc/>
    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName)
        => _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : IntPtr.Zero;
}
