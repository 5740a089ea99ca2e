using System.Buffers.Binary;

namespace Mentorship.Domain;

/// <summary>
/// Version 7 UUIDs, each greater than the one before in this process, also within a millisecond and when the clock goes back
/// (RFC 9562, 6.2, method 2): so what is decided by the order of ids is decided by the order in which rows were made.
/// </summary>
internal static class NextId
{
    private const int Size = 16;
    private static readonly UInt128 Room = UInt128.One << 61; // the first random bit after the variant: clear, so that no step carries over
    private static readonly Lock Turn = new();
    private static UInt128 _last;

    public static Guid New()
    {
        Span<byte> bytes = stackalloc byte[Size];
        Guid.CreateVersion7().TryWriteBytes(bytes, bigEndian: true, out _);
        var fresh = BinaryPrimitives.ReadUInt128BigEndian(bytes) & ~Room;
        BinaryPrimitives.WriteUInt128BigEndian(bytes, After(fresh));
        return new Guid(bytes, bigEndian: true);
    }

    // A step that cannot be guessed, as the one before may be known.
    private static UInt128 After(UInt128 fresh)
    {
        lock (Turn) return _last = fresh > _last ? fresh : _last + 1 + (uint)fresh;
    }
}
