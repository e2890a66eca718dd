using System.Collections.Frozen;

namespace PromptDsl.Runtime.Providers.OpenAi.Errors;

/// <summary>
/// What errors mean. A code says more than a type, and a type more than a status: OpenAI answers 429 for
/// a limit that passes and for money that has run out alike. Sources: the error codes of the OpenAI
/// Node SDK 7.55.0, OpenAI's and Azure's error pages as of 2026-11, and the servers in
/// <see cref="Profiles.CompatibilityProfiles"/>.
/// </summary>
internal static class FailureRules
{
    // Codes and types never clash, so that one table serves both.
    private static readonly FrozenDictionary<string, FailureKind> Names = Table(
        (
            FailureKind.Moderated,
            [
                "moderation_blocked",
                "content_policy_violation",
                "image_content_policy_violation",
                "bio_policy",
                "misalignment_policy_violation",
                "content_filter",
                "contentFilter",
            ]
        ),
        (
            FailureKind.QuotaExhausted,
            [
                "insufficient_quota",
                "credit_balance_exhausted",
                "organization_spend_limit_exceeded",
                "project_spend_limit_exceeded",
                "organization_usage_limit_exceeded",
                "billing_hard_limit_reached",
                "billing_not_active",
            ]
        ),
        (FailureKind.Overloaded, ["slow_down", "server_is_overloaded", "service_unavailable_error"]),
        (FailureKind.RateLimited, ["rate_limit_exceeded", "rate_limit_error"]),
        (FailureKind.Unauthorized, ["invalid_api_key", "authentication_error", "permission_error"]),
        (FailureKind.ModelNotFound, ["model_not_found", "DeploymentNotFound"]),
        (FailureKind.ServerError, ["server_error"]),
        (
            // Within an answer that began well, where no status tells.
            FailureKind.BadRequest,
            [
                "invalid_prompt",
                "data_residency_mismatch",
                "invalid_image",
                "invalid_image_format",
                "invalid_base64_image",
                "invalid_image_url",
                "image_too_large",
                "image_too_small",
                "image_parse_error",
                "invalid_image_mode",
                "image_file_too_large",
                "unsupported_image_media_type",
                "empty_image_file",
                "image_file_not_found",
                "max_output_tokens",
            ]
        )
    );

    // Types that errors with other statuses have too.
    private static readonly string[] UserErrors = ["invalid_request_error", "image_generation_user_error"];

    /// <summary>The kind of a response, by what its error says first and by its status last.</summary>
    public static FailureKind KindOf(int status, string? code, string? type) =>
        Find(code)
        ?? Find(type)
        ?? (status < 300 && UserErrors.Contains(type) ? FailureKind.BadRequest : KindOf(status));

    /// <summary>The kind that a code, or a type, stands for; null when it stands for none by itself.</summary>
    private static FailureKind? Find(string? name) =>
        name is not null && Names.TryGetValue(name, out FailureKind kind) ? kind : null;

    private static FailureKind KindOf(int status) =>
        status switch
        {
            401 or 403 => FailureKind.Unauthorized,
            429 => FailureKind.RateLimited,
            408 or 409 => FailureKind.ServerError,
            501 => FailureKind.BadRequest,
            >= 500 => FailureKind.ServerError,
            >= 300 => FailureKind.BadRequest,
            // An error in an answer that began well: it failed on the way.
            _ => FailureKind.ServerError,
        };

    private static FrozenDictionary<string, FailureKind> Table(params (FailureKind Kind, string[] Names)[] rows) =>
        rows.SelectMany(row => row.Names.Select(name => KeyValuePair.Create(name, row.Kind))).ToFrozenDictionary();
}
