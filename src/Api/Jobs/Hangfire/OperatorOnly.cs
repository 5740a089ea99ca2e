using Hangfire.Dashboard;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Mentorship.Api.Jobs.Hangfire;

/// <summary>Lets in whom the policy <c>operator</c> lets in; nobody when there is no such policy.</summary>
internal sealed class OperatorOnly : IDashboardAsyncAuthorizationFilter
{
    public async Task<bool> AuthorizeAsync(DashboardContext context)
    {
        var http = context.GetHttpContext();
        var policy = await http.RequestServices.GetRequiredService<IAuthorizationPolicyProvider>().GetPolicyAsync("operator");
        if (policy is null) return false;
        var evaluator = http.RequestServices.GetRequiredService<IPolicyEvaluator>();
        var signedIn = await evaluator.AuthenticateAsync(policy, http);
        return (await evaluator.AuthorizeAsync(policy, signedIn, http, resource: null)).Succeeded;
    }
}
