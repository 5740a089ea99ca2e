namespace Mentorship.Infrastructure.Protection;

/// <summary>Where a sealed value is stored; moved to another place it cannot be opened.</summary>
internal readonly record struct SealedPlace(string Table, string Column, Guid Row);
