using System.Text.Json;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Matching.Drafts;
using Mentorship.Domain.Matching.Reports;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence;

/// <summary>How the domain's own types are stored, alike on every engine: instants as ticks of 100 ns since 1970, lists as text.</summary>
internal static class DomainTypes
{
    public static void UseDomainTypes(this ModelConfigurationBuilder configuration)
    {
        foreach (var id in typeof(IId<>).Assembly.GetTypes().Where(t => t.IsValueType && t.GetInterfaces().Any(IsId)))
            configuration.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id));
        configuration.Properties<Instant>().HaveConversion<InstantConverter>();
        configuration.Properties<LocalDate>().HaveConversion<LocalDateConverter>();
        configuration.Properties<LocalTime>().HaveConversion<LocalTimeConverter>();
        configuration.Properties<Sealed>().HaveConversion<SealedConverter>();
        configuration.Properties<WeeklyAvailability>().HaveConversion<AvailabilityConverter>().HaveMaxLength(4000);
        configuration.Properties<Rhythm>().HaveConversion<RhythmConverter>().HaveMaxLength(60);
        configuration.Properties<Taper>().HaveConversion<TaperConverter>().HaveMaxLength(1000);
        configuration.Properties<DaysOff>().HaveConversion<DaysOffConverter>().HaveMaxLength(1000);
        configuration.Properties<Policy>().HaveConversion<JsonConverter<Policy>>();
        configuration.Properties<Wishes>().HaveConversion<JsonConverter<Wishes>, JsonComparer<Wishes>>();
        configuration.Properties<AllotmentOrder>().HaveConversion<JsonConverter<AllotmentOrder>>();
        configuration.Properties<AllotmentReport>().HaveConversion<JsonConverter<AllotmentReport>>();
        configuration.Properties<BoardPrint>().HaveConversion<JsonConverter<BoardPrint>>();
        configuration.Properties<IReadOnlyList<DraftLine>>().HaveConversion<JsonConverter<IReadOnlyList<DraftLine>>, SameComparer<IReadOnlyList<DraftLine>>>();
        configuration.Properties<IReadOnlyList<string>>().HaveConversion<WordsConverter, WordsComparer>().HaveMaxLength(1000);
        configuration.Properties<NoticeKind>().HaveConversion<NoticeKindConverter>().HaveMaxLength(60);
        configuration.Properties<Enum>().HaveConversion<string>().HaveMaxLength(60);
    }

    private static bool IsId(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IId<>);

    internal sealed class IdConverter<T>() : ValueConverter<T, Guid>(id => id.Value, value => Make<T>(value)) where T : struct, IId<T>;

    internal sealed class InstantConverter() : ValueConverter<Instant, long>(i => i.ToUnixTimeTicks(), t => Instant.FromUnixTimeTicks(t));

    internal sealed class LocalDateConverter() : ValueConverter<LocalDate, DateOnly>(d => d.ToDateOnly(), d => LocalDate.FromDateOnly(d));

    internal sealed class LocalTimeConverter() : ValueConverter<LocalTime, TimeOnly>(t => t.ToTimeOnly(), t => LocalTime.FromTimeOnly(t));

    internal sealed class NoticeKindConverter() : ValueConverter<NoticeKind, string>(k => k.Id(), t => NoticeKindIds.Parse(t));

    internal sealed class SealedConverter() : ValueConverter<Sealed, byte[]>(s => s.Bytes.ToArray(), b => new Sealed(b));

    internal sealed class AvailabilityConverter() : ValueConverter<WeeklyAvailability, string>(a => a.ToString(), t => WeeklyAvailability.Parse(t));

    internal sealed class RhythmConverter() : ValueConverter<Rhythm, string>(r => r.ToString()!, t => Rhythm.Parse(t));

    internal sealed class TaperConverter() : ValueConverter<Taper, string>(t => t.ToString(), t => Taper.Parse(t));

    internal sealed class DaysOffConverter() : ValueConverter<DaysOff, string>(d => d.ToString(), t => DaysOff.Parse(t));

    internal sealed class JsonConverter<T>() : ValueConverter<T, string>(
        v => JsonSerializer.Serialize(v, JsonSerializerOptions.Web), t => JsonSerializer.Deserialize<T>(t, JsonSerializerOptions.Web)!);

    internal sealed class JsonComparer<T>() : ValueComparer<T>((a, b) => Text(a) == Text(b), v => Text(v).GetHashCode(StringComparison.Ordinal), v => v);

    /// <summary>For what is replaced and never changed inside.</summary>
    internal sealed class SameComparer<T>() : ValueComparer<T>((a, b) => ReferenceEquals(a, b), v => v!.GetHashCode(), v => v);

    internal sealed class WordsConverter() : ValueConverter<IReadOnlyList<string>, string>(
        w => string.Join(';', w), t => t.Split(';', StringSplitOptions.RemoveEmptyEntries));

    internal sealed class WordsComparer() : ValueComparer<IReadOnlyList<string>>(
        (a, b) => a!.SequenceEqual(b!), w => w.Aggregate(0, HashCode.Combine), w => w);

    private static string Text<T>(T value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Web);

    private static T Make<T>(Guid value) where T : struct, IId<T> => T.Of(value);
}
