using Restoration.Configurations;
using Restoration.Stores;
using Restoration.Users;

namespace Restoration.Contracts;

public abstract partial class StoreContract
{
    [Fact]
    public async Task A_user_is_kept_as_it_was_given_and_changed()
    {
        RestorationUser olaf = NewUser("Olaf Ørsted");
        await WriteAsync(async transaction => olaf = await transaction.Users.AddAsync(olaf, None));
        Assert.Equal(olaf, await FindUserAsync(olaf.Name));

        RestorationUser changed = olaf with { Role = UserRole.Reader, IsActive = false, CreatedBy = "bob", UpdatedAt = Now.AddTicks(1) };
        await WriteAsync(async transaction => await transaction.Users.UpdateAsync(changed, None));
        Assert.Equal(changed, await FindUserAsync(olaf.Name));
    }

    [Fact]
    public async Task A_configuration_is_kept_as_it_was_given_and_changed()
    {
        RestorationConfiguration nightly = NewConfiguration("olaf", "Nightly");
        await WriteAsync(async transaction =>
        {
            await transaction.Users.AddAsync(NewUser("olaf"), None);
            nightly = await transaction.Configurations.AddAsync(nightly, None);
        });
        Assert.Equal(nightly, await FindConfigurationAsync("Nightly"));

        RestorationConfiguration changed = nightly with
        {
            Name = "Weekly \u00fc",
            Description = null,
            SourceType = SourceType.BackupCalendar,
            Source = """{"calendars":["Backup *"]}""",
            DestinationType = DestinationType.ExportFile,
            Destination = """{ "path" : "a.ics" }""",
            Policy = null,
            IsActive = false,
            UpdatedAt = Now.AddDays(1),
        };
        await WriteAsync(async transaction => await transaction.Configurations.UpdateAsync(changed, None));
        Assert.Equal(changed, await FindConfigurationAsync(changed.Name));

        await WriteAsync(async transaction => await transaction.Configurations.RemoveAsync(changed.ConfigurationId, None));
        Assert.Null(await FindConfigurationAsync(changed.Name));
    }

    [Fact]
    public async Task A_user_takes_the_own_configurations_along_and_no_others()
    {
        RestorationUser olaf = null!;
        await WriteAsync(async transaction =>
        {
            olaf = await transaction.Users.AddAsync(NewUser("olaf"), None);
            await transaction.Users.AddAsync(NewUser("paula"), None);
            await transaction.Configurations.AddAsync(NewConfiguration("OLAF", "His"), None);
            await transaction.Configurations.AddAsync(NewConfiguration("paula", "Hers"), None);
        });

        await WriteAsync(async transaction => await transaction.Users.RemoveAsync(olaf.Id, None));
        Assert.Null(await FindUserAsync("olaf"));
        Assert.Null(await FindConfigurationAsync("His"));
        Assert.NotNull(await FindConfigurationAsync("Hers"));
    }

    private static RestorationUser NewUser(string name)
        => new() { Name = name, Role = UserRole.Operator, CreatedBy = "alice", CreatedAt = Now, UpdatedAt = Now };

    private static RestorationConfiguration NewConfiguration(string user, string name) => new()
    {
        Name = name,
        Description = "Every night.",
        User = user,
        SourceType = SourceType.ExportFile,
        Source = """{"paths":["*.csv"]}""",
        DestinationType = DestinationType.LocalCalendar,
        Destination = """{"calendar":"Imported"}""",
        Policy = """{"limit":10}""",
        CreatedAt = Now,
        UpdatedAt = Now,
    };

    private async Task<RestorationUser?> FindUserAsync(string name)
    {
        await using IStoreTransaction transaction = await Store.BeginReadAsync(None);
        return (await transaction.Users.ListAsync(None)).SingleOrDefault(user => user.Name == name);
    }

    private async Task<RestorationConfiguration?> FindConfigurationAsync(string name)
    {
        await using IStoreTransaction transaction = await Store.BeginReadAsync(None);
        return (await transaction.Configurations.ListAsync(None)).SingleOrDefault(configuration => configuration.Name == name);
    }
}
