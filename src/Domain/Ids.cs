namespace Mentorship.Domain;

/// <summary>A typed identifier over a version 7 UUID from <see cref="NextId"/>, so that rows made later sort later.</summary>
public interface IId<TSelf> where TSelf : struct, IId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf Of(Guid value);
}

/// <summary>A community: the tenant boundary.</summary>
public readonly record struct CommunityId(Guid Value) : IId<CommunityId>
{
    public static CommunityId Of(Guid value) => new(value);
    public static CommunityId New() => new(NextId.New());
    public override string ToString() => Value.ToString();
}

/// <summary>A log-in.</summary>
public readonly record struct AccountId(Guid Value) : IId<AccountId>
{
    public static AccountId Of(Guid value) => new(value);
    public static AccountId New() => new(NextId.New());
    public override string ToString() => Value.ToString();
}

/// <summary>One person in one community.</summary>
public readonly record struct MemberId(Guid Value) : IId<MemberId>
{
    public static MemberId Of(Guid value) => new(value);
    public static MemberId New() => new(NextId.New());
    public override string ToString() => Value.ToString();
}

/// <summary>A newcomer's ask for one kind of mentor on one pathway.</summary>
public readonly record struct RequestId(Guid Value) : IId<RequestId>
{
    public static RequestId Of(Guid value) => new(value);
    public static RequestId New() => new(NextId.New());
    public override string ToString() => Value.ToString();
}

/// <summary>A relationship, from proposal to closure.</summary>
public readonly record struct PairingId(Guid Value) : IId<PairingId>
{
    public static PairingId Of(Guid value) => new(value);
    public static PairingId New() => new(NextId.New());
    public override string ToString() => Value.ToString();
}

/// <summary>An allotment of a whole community, kept as a draft.</summary>
public readonly record struct AllotmentId(Guid Value) : IId<AllotmentId>
{
    public static AllotmentId Of(Guid value) => new(value);
    public static AllotmentId New() => new(NextId.New());
    public override string ToString() => Value.ToString();
}

/// <summary>A check-in plan.</summary>
public readonly record struct PlanId(Guid Value) : IId<PlanId>
{
    public static PlanId Of(Guid value) => new(value);
    public static PlanId New() => new(NextId.New());
    public override string ToString() => Value.ToString();
}

/// <summary>One occurrence of a check-in plan.</summary>
public readonly record struct CheckInId(Guid Value) : IId<CheckInId>
{
    public static CheckInId Of(Guid value) => new(value);
    public static CheckInId New() => new(NextId.New());
    public override string ToString() => Value.ToString();
}

/// <summary>A stretch in which somebody does not answer.</summary>
public readonly record struct SilenceId(Guid Value) : IId<SilenceId>
{
    public static SilenceId Of(Guid value) => new(value);
    public static SilenceId New() => new(NextId.New());
    public override string ToString() => Value.ToString();
}

/// <summary>What was said to one question.</summary>
public readonly record struct AnswerId(Guid Value) : IId<AnswerId>
{
    public static AnswerId Of(Guid value) => new(value);
    public static AnswerId New() => new(NextId.New());
    public override string ToString() => Value.ToString();
}

/// <summary>Something that a human must look at.</summary>
public readonly record struct ConcernId(Guid Value) : IId<ConcernId>
{
    public static ConcernId Of(Guid value) => new(value);
    public static ConcernId New() => new(NextId.New());
    public override string ToString() => Value.ToString();
}

/// <summary>A neutral message that leaves the service.</summary>
public readonly record struct NoticeId(Guid Value) : IId<NoticeId>
{
    public static NoticeId Of(Guid value) => new(value);
    public static NoticeId New() => new(NextId.New());
    public override string ToString() => Value.ToString();
}

/// <summary>Where a community's own tools are told what happens.</summary>
public readonly record struct WebhookId(Guid Value) : IId<WebhookId>
{
    public static WebhookId Of(Guid value) => new(value);
    public static WebhookId New() => new(NextId.New());
    public override string ToString() => Value.ToString();
}

/// <summary>One message to a webhook.</summary>
public readonly record struct WebhookMessageId(Guid Value) : IId<WebhookMessageId>
{
    public static WebhookMessageId Of(Guid value) => new(value);
    public static WebhookMessageId New() => new(NextId.New());
    public override string ToString() => Value.ToString();
}

/// <summary>An invitation into a community.</summary>
public readonly record struct InvitationId(Guid Value) : IId<InvitationId>
{
    public static InvitationId Of(Guid value) => new(value);
    public static InvitationId New() => new(NextId.New());
    public override string ToString() => Value.ToString();
}

/// <summary>A hidden block between two members.</summary>
public readonly record struct BlockId(Guid Value) : IId<BlockId>
{
    public static BlockId Of(Guid value) => new(value);
    public static BlockId New() => new(NextId.New());
    public override string ToString() => Value.ToString();
}

/// <summary>One line of the audit trail.</summary>
public readonly record struct AuditId(Guid Value) : IId<AuditId>
{
    public static AuditId Of(Guid value) => new(value);
    public static AuditId New() => new(NextId.New());
    public override string ToString() => Value.ToString();
}

/// <summary>A member's progress on one pathway.</summary>
public readonly record struct ProgressId(Guid Value) : IId<ProgressId>
{
    public static ProgressId Of(Guid value) => new(value);
    public static ProgressId New() => new(NextId.New());
    public override string ToString() => Value.ToString();
}

/// <summary>A goal that the two of a pairing set together.</summary>
public readonly record struct GoalId(Guid Value) : IId<GoalId>
{
    public static GoalId Of(Guid value) => new(value);
    public static GoalId New() => new(NextId.New());
    public override string ToString() => Value.ToString();
}
