using Restoration.Items;
using Restoration.Policies;
using Restoration.Requests;

namespace Restoration.Configurations;

/// <summary>The policy of a configuration.</summary>
internal static class PolicySettings
{
    /// <summary>Reads it; null is the default policy.</summary>
    public static RestoreSettings Read(string? json, DateRange dates)
    {
        if (json is null)
        {
            return new RestoreSettings();
        }

        SettingsObject policy = new("policy", json);
        string? zone = policy.Text("timeZone");
        RestoreSettings settings = new()
        {
            ConflictResolution = policy.Choice("conflictResolutionOption", ConflictResolutionOption.KeepTargetItem),
            Duplicates = policy.Choice("duplicates", DuplicateDetection.Exact),
            Filter = new ItemFilter
            {
                Window = dates.Parse(policy.Text("startDate"), policy.Text("endDate"), zone),
                Subjects = [.. policy.Texts("subject", "subjects").Select(TextPattern.Loosen)],
                ExcludedSubjects = [.. policy.Texts("excludeSubject", "excludeSubjects").Select(TextPattern.Loosen)],
                Categories = policy.Texts("category", "categories"),
                ExcludedCategories = policy.Texts("excludeCategory", "excludeCategories"),
                Organizers = policy.Texts("organizer", "organizers"),
                Attendees = policy.Texts("attendee", "attendees"),
                Sensitivities = policy.Choices<Sensitivity>("sensitivity", "sensitivities"),
                Kinds = policy.Choices<ItemKind>("itemKind", "itemKinds"),
            },
            Only = policy.Choice("only", ItemStates.Any),
            Limit = policy.Number("limit"),
            Order = policy.Choice("orderBy", ItemOrder.Source),
            TimeZone = zone,
        };
        policy.End();
        settings.Check();
        return settings;
    }
}
