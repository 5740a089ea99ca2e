using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Api.Tests.Hosting;

/// <summary>The whole service, and something that stands between it and its database.</summary>
internal sealed class InterceptedHost(TestDatabase database, IInterceptor between) : ApiHost(database.Engine.ToString(), database.ConnectionString)
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services
            .ConfigureDbContext<SqliteDb>(options => options.AddInterceptors(between))
            .ConfigureDbContext<PostgreSqlDb>(options => options.AddInterceptors(between))
            .ConfigureDbContext<SqlServerDb>(options => options.AddInterceptors(between)));
    }
}
