namespace Restoration.Hosting;

/// <summary>What a session is opened with.</summary>
public sealed record SessionOptions
{
    /// <summary>The environment variable that names the acting user where nothing else does.</summary>
    public const string UserVariable = "RESTORATION_USER";

    /// <summary>The store; null for <see cref="StoreConnection.Variable"/> or the default.</summary>
    public string? Store { get; init; }

    /// <summary>The acting user; null for <see cref="UserVariable"/> or the user of the operating system.</summary>
    public string? User { get; init; }

    /// <summary>The time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The acting user's name.</summary>
    public string FindUser()
    {
        string?[] names = [User, Environment.GetEnvironmentVariable(UserVariable), Environment.UserName];
        return Array.Find(names, name => !string.IsNullOrWhiteSpace(name)) ?? "unknown";
    }
}
