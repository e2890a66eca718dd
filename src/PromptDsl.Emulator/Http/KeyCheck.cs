using Microsoft.AspNetCore.Http;
using PromptDsl.Emulator.Profiles;

namespace PromptDsl.Emulator.Http;

/// <summary>Refuses requests without the key.</summary>
internal sealed class KeyCheck(ServerProfile profile, string? key)
{
    private const string Scheme = "Bearer ";

    /// <summary>Looks for the key.</summary>
    /// <exception cref="ApiException">The key is missing or wrong.</exception>
    public void Check(IHeaderDictionary headers)
    {
        if (key is null && !profile.NeedsKey)
        {
            return;
        }

        string? given = KeyOf(headers);
        if (string.IsNullOrEmpty(given))
        {
            throw Refuse("You didn't provide an API key.");
        }

        if (key is not null && given != key)
        {
            throw Refuse("Incorrect API key provided.");
        }
    }

    private string? KeyOf(IHeaderDictionary headers)
    {
        if (profile.IsAzure && headers.TryGetValue("api-key", out var apiKey))
        {
            return apiKey;
        }

        string? authorization = headers.Authorization;
        return authorization?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) == true
            ? authorization[Scheme.Length..].Trim()
            : null;
    }

    private ApiException Refuse(string message) =>
        new(new ApiError(401, message) { Code = profile.IsAzure ? "401" : "invalid_api_key" });
}
