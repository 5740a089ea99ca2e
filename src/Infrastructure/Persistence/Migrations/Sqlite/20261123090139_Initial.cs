using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mentorship.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AccountMails",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Address = table.Column<byte[]>(type: "BLOB", maxLength: 600, nullable: false),
                    Token = table.Column<byte[]>(type: "BLOB", maxLength: 200, nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    NextAttemptAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    EndsAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountMails", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AccountTokens",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Address = table.Column<byte[]>(type: "BLOB", maxLength: 600, nullable: false),
                    AddressHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    EndsAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountTokens", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Address = table.Column<byte[]>(type: "BLOB", maxLength: 600, nullable: false),
                    SeenAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Communities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ZoneId = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    TzdbVersion = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Policy = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Communities", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FriendlyName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Xml = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReceivedTexts",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReceivedTexts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Uptimes",
                columns: table => new
                {
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Uptimes", x => x.Since);
                });

            migrationBuilder.CreateTable(
                name: "Sessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Stamp = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Family = table.Column<Guid>(type: "TEXT", nullable: false),
                    BeganAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AccessHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    AccessEndsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RefreshHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    EndsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sessions_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Allotments",
                columns: table => new
                {
                    CommunityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<string>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Percent = table.Column<int>(type: "INTEGER", nullable: false),
                    Step = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    HeldUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    ReadyAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Report = table.Column<string>(type: "TEXT", nullable: true),
                    Print = table.Column<string>(type: "TEXT", nullable: true),
                    Lines = table.Column<string>(type: "TEXT", nullable: false),
                    FailureCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Failure = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Publication = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Allotments", x => new { x.CommunityId, x.Id });
                    table.ForeignKey(
                        name: "FK_Allotments_Communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "Communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Audit",
                columns: table => new
                {
                    CommunityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Actor = table.Column<Guid>(type: "TEXT", nullable: true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Audit", x => new { x.CommunityId, x.Id });
                    table.ForeignKey(
                        name: "FK_Audit_Communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "Communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "KeptAnswers",
                columns: table => new
                {
                    CommunityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Member = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Request = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    HeldAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: true),
                    Location = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Body = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptAnswers", x => new { x.CommunityId, x.Member, x.Key });
                    table.ForeignKey(
                        name: "FK_KeptAnswers_Communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "Communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Members",
                columns: table => new
                {
                    CommunityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CalendarFeed = table.Column<Guid>(type: "TEXT", nullable: true),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DisplayName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Roles = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    EmailHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    EmailNotices = table.Column<bool>(type: "INTEGER", nullable: false),
                    SmsNotices = table.Column<bool>(type: "INTEGER", nullable: false),
                    SmsAgreedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TextedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    PhoneHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    DaysOff = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    JoinedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AdultStatedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Contact_Email = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Contact_Phone = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Mentor_ConfirmedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Mentor_PausedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Mentor_PlacesHeld = table.Column<int>(type: "INTEGER", nullable: true),
                    Mentor_VettedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Mentor_VettingWithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Mentor_Offer_Capacity = table.Column<int>(type: "INTEGER", nullable: true),
                    Mentor_Offer_HasOwnMentor = table.Column<bool>(type: "INTEGER", nullable: true),
                    Mentor_Offer_Kinds = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Mentor_Offer_NewcomerGenders = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Mentor_Offer_ProgrammeWorked = table.Column<bool>(type: "INTEGER", nullable: true),
                    Profile_Availability = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Profile_BirthYear = table.Column<int>(type: "INTEGER", nullable: true),
                    Profile_Gender = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Profile_Languages = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Profile_LivedExperience = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Profile_MaxDistanceKm = table.Column<int>(type: "INTEGER", nullable: true),
                    Profile_Modes = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Profile_Pathways = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Profile_RecoverySince = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Profile_ZoneId = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Profile_Place_Latitude = table.Column<double>(type: "REAL", nullable: true),
                    Profile_Place_Longitude = table.Column<double>(type: "REAL", nullable: true),
                    Quiet_From = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Quiet_To = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Members", x => new { x.CommunityId, x.Id });
                    table.ForeignKey(
                        name: "FK_Members_Communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "Communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WebhookMessages",
                columns: table => new
                {
                    CommunityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    NextAttemptAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WebhookMessages", x => new { x.CommunityId, x.Id });
                    table.ForeignKey(
                        name: "FK_WebhookMessages_Communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "Communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Webhooks",
                columns: table => new
                {
                    CommunityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Url = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Secret = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SetAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Webhooks", x => new { x.CommunityId, x.Id });
                    table.ForeignKey(
                        name: "FK_Webhooks_Communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "Communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AddressChanges",
                columns: table => new
                {
                    CommunityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Member = table.Column<Guid>(type: "TEXT", nullable: false),
                    Address = table.Column<byte[]>(type: "BLOB", maxLength: 600, nullable: false),
                    TokenHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    EndsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AddressChanges", x => new { x.CommunityId, x.Member });
                    table.ForeignKey(
                        name: "FK_AddressChanges_Communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "Communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AddressChanges_Members_CommunityId_Member",
                        columns: x => new { x.CommunityId, x.Member },
                        principalTable: "Members",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Blocks",
                columns: table => new
                {
                    CommunityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Against = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Blocks", x => new { x.CommunityId, x.Id });
                    table.ForeignKey(
                        name: "FK_Blocks_Communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "Communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Blocks_Members_CommunityId_Against",
                        columns: x => new { x.CommunityId, x.Against },
                        principalTable: "Members",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Blocks_Members_CommunityId_By",
                        columns: x => new { x.CommunityId, x.By },
                        principalTable: "Members",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Concerns",
                columns: table => new
                {
                    CommunityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    About = table.Column<Guid>(type: "TEXT", nullable: false),
                    Subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    RaisedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Concerns", x => new { x.CommunityId, x.Id });
                    table.ForeignKey(
                        name: "FK_Concerns_Communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "Communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Concerns_Members_CommunityId_About",
                        columns: x => new { x.CommunityId, x.About },
                        principalTable: "Members",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Invitations",
                columns: table => new
                {
                    CommunityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Roles = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Member = table.Column<Guid>(type: "TEXT", nullable: true),
                    TokenHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    EndsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AcceptedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AcceptedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invitations", x => new { x.CommunityId, x.Id });
                    table.ForeignKey(
                        name: "FK_Invitations_Communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "Communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Invitations_Members_CommunityId_By",
                        columns: x => new { x.CommunityId, x.By },
                        principalTable: "Members",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Invitations_Members_CommunityId_Member",
                        columns: x => new { x.CommunityId, x.Member },
                        principalTable: "Members",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MemberKeys",
                columns: table => new
                {
                    CommunityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Member = table.Column<Guid>(type: "TEXT", nullable: false),
                    Wrapped = table.Column<byte[]>(type: "BLOB", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MemberKeys", x => new { x.CommunityId, x.Member });
                    table.ForeignKey(
                        name: "FK_MemberKeys_Communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "Communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MemberKeys_Members_CommunityId_Member",
                        columns: x => new { x.CommunityId, x.Member },
                        principalTable: "Members",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Notices",
                columns: table => new
                {
                    CommunityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    Recipient = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    IsUrgent = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ReadAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    NextAttemptAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notices", x => new { x.CommunityId, x.Id });
                    table.ForeignKey(
                        name: "FK_Notices_Communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "Communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Notices_Members_CommunityId_Recipient",
                        columns: x => new { x.CommunityId, x.Recipient },
                        principalTable: "Members",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PersonalPlans",
                columns: table => new
                {
                    CommunityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Member = table.Column<Guid>(type: "TEXT", nullable: false),
                    Lines = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonalPlans", x => new { x.CommunityId, x.Member });
                    table.ForeignKey(
                        name: "FK_PersonalPlans_Communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "Communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PersonalPlans_Members_CommunityId_Member",
                        columns: x => new { x.CommunityId, x.Member },
                        principalTable: "Members",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Progress",
                columns: table => new
                {
                    CommunityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Member = table.Column<Guid>(type: "TEXT", nullable: false),
                    Pathway = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Time = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Work = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    NextDueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    WorkShown_Since = table.Column<long>(type: "INTEGER", nullable: true),
                    WorkShown_To = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Progress", x => new { x.CommunityId, x.Id });
                    table.ForeignKey(
                        name: "FK_Progress_Communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "Communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Progress_Members_CommunityId_Member",
                        columns: x => new { x.CommunityId, x.Member },
                        principalTable: "Members",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Requests",
                columns: table => new
                {
                    CommunityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Newcomer = table.Column<Guid>(type: "TEXT", nullable: false),
                    Pathway = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Wishes = table.Column<string>(type: "TEXT", nullable: false),
                    RequestedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    IsOpen = table.Column<bool>(type: "INTEGER", nullable: true),
                    NeedsProposal = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Requests", x => new { x.CommunityId, x.Id });
                    table.ForeignKey(
                        name: "FK_Requests_Communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "Communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Requests_Members_CommunityId_Newcomer",
                        columns: x => new { x.CommunityId, x.Newcomer },
                        principalTable: "Members",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Pairings",
                columns: table => new
                {
                    CommunityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Request = table.Column<Guid>(type: "TEXT", nullable: false),
                    Mentor = table.Column<Guid>(type: "TEXT", nullable: false),
                    Newcomer = table.Column<Guid>(type: "TEXT", nullable: false),
                    Pathway = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    IsProposed = table.Column<bool>(type: "INTEGER", nullable: true),
                    Slot = table.Column<int>(type: "INTEGER", nullable: true),
                    PolicyVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Grounds = table.Column<string>(type: "TEXT", nullable: false),
                    OverrideReason = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ProposedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ApprovedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnswerBy = table.Column<long>(type: "INTEGER", nullable: true),
                    MentorAcceptedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    IntroducedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    FirstMetAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    MentorShares = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    NewcomerShares = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    EndsAt = table.Column<long>(type: "INTEGER", nullable: true),
                    NextMeetingAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pairings", x => new { x.CommunityId, x.Id });
                    table.ForeignKey(
                        name: "FK_Pairings_Communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "Communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Pairings_Members_CommunityId_Mentor",
                        columns: x => new { x.CommunityId, x.Mentor },
                        principalTable: "Members",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Pairings_Members_CommunityId_Newcomer",
                        columns: x => new { x.CommunityId, x.Newcomer },
                        principalTable: "Members",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Pairings_Requests_CommunityId_Request",
                        columns: x => new { x.CommunityId, x.Request },
                        principalTable: "Requests",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CarryOvers",
                columns: table => new
                {
                    CommunityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Pairing = table.Column<Guid>(type: "TEXT", nullable: false),
                    Carries = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CarryOvers", x => new { x.CommunityId, x.Pairing });
                    table.ForeignKey(
                        name: "FK_CarryOvers_Communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "Communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CarryOvers_Pairings_CommunityId_Pairing",
                        columns: x => new { x.CommunityId, x.Pairing },
                        principalTable: "Pairings",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Goals",
                columns: table => new
                {
                    CommunityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Pairing = table.Column<Guid>(type: "TEXT", nullable: false),
                    SetBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<byte[]>(type: "BLOB", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SetAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Goals", x => new { x.CommunityId, x.Id });
                    table.ForeignKey(
                        name: "FK_Goals_Communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "Communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Goals_Members_CommunityId_SetBy",
                        columns: x => new { x.CommunityId, x.SetBy },
                        principalTable: "Members",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Goals_Pairings_CommunityId_Pairing",
                        columns: x => new { x.CommunityId, x.Pairing },
                        principalTable: "Pairings",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Plans",
                columns: table => new
                {
                    CommunityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Pairing = table.Column<Guid>(type: "TEXT", nullable: false),
                    Member = table.Column<Guid>(type: "TEXT", nullable: false),
                    Layer = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    IsChosen = table.Column<bool>(type: "INTEGER", nullable: false),
                    Taper = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Holds = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    NextDate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    NextDueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RetryAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PausedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Times_At = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Times_Rhythm = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Times_ZoneId = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Plans", x => new { x.CommunityId, x.Id });
                    table.ForeignKey(
                        name: "FK_Plans_Communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "Communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Plans_Members_CommunityId_Member",
                        columns: x => new { x.CommunityId, x.Member },
                        principalTable: "Members",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Plans_Pairings_CommunityId_Pairing",
                        columns: x => new { x.CommunityId, x.Pairing },
                        principalTable: "Pairings",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CheckIns",
                columns: table => new
                {
                    CommunityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Plan = table.Column<Guid>(type: "TEXT", nullable: false),
                    Pairing = table.Column<Guid>(type: "TEXT", nullable: false),
                    Member = table.Column<Guid>(type: "TEXT", nullable: false),
                    Layer = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ScheduledDate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IsAtChosenHour = table.Column<bool>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AnswerBy = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ExcusedBecause = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredLate = table.Column<bool>(type: "INTEGER", nullable: false),
                    RepeatAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ContactAskedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckIns", x => new { x.CommunityId, x.Id });
                    table.ForeignKey(
                        name: "FK_CheckIns_Communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "Communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CheckIns_Members_CommunityId_Member",
                        columns: x => new { x.CommunityId, x.Member },
                        principalTable: "Members",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CheckIns_Pairings_CommunityId_Pairing",
                        columns: x => new { x.CommunityId, x.Pairing },
                        principalTable: "Pairings",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CheckIns_Plans_CommunityId_Plan",
                        columns: x => new { x.CommunityId, x.Plan },
                        principalTable: "Plans",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Answers",
                columns: table => new
                {
                    CommunityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CheckIn = table.Column<Guid>(type: "TEXT", nullable: false),
                    Member = table.Column<Guid>(type: "TEXT", nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Said = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Audience = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Answers", x => new { x.CommunityId, x.Id });
                    table.ForeignKey(
                        name: "FK_Answers_CheckIns_CommunityId_CheckIn",
                        columns: x => new { x.CommunityId, x.CheckIn },
                        principalTable: "CheckIns",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Answers_Communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "Communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Answers_Members_CommunityId_Member",
                        columns: x => new { x.CommunityId, x.Member },
                        principalTable: "Members",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Silences",
                columns: table => new
                {
                    CommunityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Pairing = table.Column<Guid>(type: "TEXT", nullable: false),
                    Member = table.Column<Guid>(type: "TEXT", nullable: false),
                    CheckIn = table.Column<Guid>(type: "TEXT", nullable: false),
                    BeganAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DailyMisses = table.Column<int>(type: "INTEGER", nullable: false),
                    WeeklyMisses = table.Column<int>(type: "INTEGER", nullable: false),
                    Last = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    LastAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Next = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    NextAt = table.Column<long>(type: "INTEGER", nullable: true),
                    IsOpen = table.Column<bool>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Silences", x => new { x.CommunityId, x.Id });
                    table.ForeignKey(
                        name: "FK_Silences_CheckIns_CommunityId_CheckIn",
                        columns: x => new { x.CommunityId, x.CheckIn },
                        principalTable: "CheckIns",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Silences_Communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "Communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Silences_Members_CommunityId_Member",
                        columns: x => new { x.CommunityId, x.Member },
                        principalTable: "Members",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Silences_Pairings_CommunityId_Pairing",
                        columns: x => new { x.CommunityId, x.Pairing },
                        principalTable: "Pairings",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RungsTaken",
                columns: table => new
                {
                    CommunityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Silence = table.Column<Guid>(type: "TEXT", nullable: false),
                    Rung = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Told = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RungsTaken", x => new { x.CommunityId, x.Silence, x.Rung });
                    table.ForeignKey(
                        name: "FK_RungsTaken_Communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "Communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RungsTaken_Members_CommunityId_Told",
                        columns: x => new { x.CommunityId, x.Told },
                        principalTable: "Members",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RungsTaken_Silences_CommunityId_Silence",
                        columns: x => new { x.CommunityId, x.Silence },
                        principalTable: "Silences",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccountMails_NextAttemptAt",
                table: "AccountMails",
                column: "NextAttemptAt");

            migrationBuilder.CreateIndex(
                name: "IX_AccountTokens_AddressHash",
                table: "AccountTokens",
                column: "AddressHash");

            migrationBuilder.CreateIndex(
                name: "IX_AccountTokens_EndsAt",
                table: "AccountTokens",
                column: "EndsAt");

            migrationBuilder.CreateIndex(
                name: "IX_AccountTokens_Hash",
                table: "AccountTokens",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "Accounts",
                column: "NormalizedEmail",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "Accounts",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AddressChanges_TokenHash",
                table: "AddressChanges",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Allotments_CommunityId_AskedAt",
                table: "Allotments",
                columns: new[] { "CommunityId", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Allotments_CommunityId_Publication",
                table: "Allotments",
                columns: new[] { "CommunityId", "Publication" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Allotments_CommunityId_State_HeldUntil",
                table: "Allotments",
                columns: new[] { "CommunityId", "State", "HeldUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_Answers_CommunityId_CheckIn_Question",
                table: "Answers",
                columns: new[] { "CommunityId", "CheckIn", "Question" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Answers_CommunityId_Member",
                table: "Answers",
                columns: new[] { "CommunityId", "Member" });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_CommunityId_Subject",
                table: "Audit",
                columns: new[] { "CommunityId", "Subject" });

            migrationBuilder.CreateIndex(
                name: "IX_Blocks_CommunityId_Against",
                table: "Blocks",
                columns: new[] { "CommunityId", "Against" });

            migrationBuilder.CreateIndex(
                name: "IX_Blocks_CommunityId_By_Against_Reason",
                table: "Blocks",
                columns: new[] { "CommunityId", "By", "Against", "Reason" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CheckIns_CommunityId_AnsweredAt",
                table: "CheckIns",
                columns: new[] { "CommunityId", "AnsweredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CheckIns_CommunityId_DueAt",
                table: "CheckIns",
                columns: new[] { "CommunityId", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CheckIns_CommunityId_Member",
                table: "CheckIns",
                columns: new[] { "CommunityId", "Member" });

            migrationBuilder.CreateIndex(
                name: "IX_CheckIns_CommunityId_Pairing",
                table: "CheckIns",
                columns: new[] { "CommunityId", "Pairing" });

            migrationBuilder.CreateIndex(
                name: "IX_CheckIns_CommunityId_Plan_ScheduledDate",
                table: "CheckIns",
                columns: new[] { "CommunityId", "Plan", "ScheduledDate" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CheckIns_CommunityId_RepeatAt",
                table: "CheckIns",
                columns: new[] { "CommunityId", "RepeatAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CheckIns_CommunityId_State_AnswerBy",
                table: "CheckIns",
                columns: new[] { "CommunityId", "State", "AnswerBy" });

            migrationBuilder.CreateIndex(
                name: "IX_Concerns_CommunityId_About",
                table: "Concerns",
                columns: new[] { "CommunityId", "About" });

            migrationBuilder.CreateIndex(
                name: "IX_Concerns_CommunityId_ClosedAt_RaisedAt",
                table: "Concerns",
                columns: new[] { "CommunityId", "ClosedAt", "RaisedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Concerns_CommunityId_RaisedAt",
                table: "Concerns",
                columns: new[] { "CommunityId", "RaisedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Goals_CommunityId_Pairing",
                table: "Goals",
                columns: new[] { "CommunityId", "Pairing" });

            migrationBuilder.CreateIndex(
                name: "IX_Goals_CommunityId_SetBy",
                table: "Goals",
                columns: new[] { "CommunityId", "SetBy" });

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_CommunityId_By",
                table: "Invitations",
                columns: new[] { "CommunityId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_CommunityId_Member",
                table: "Invitations",
                columns: new[] { "CommunityId", "Member" });

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_TokenHash",
                table: "Invitations",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_KeptAnswers_HeldAt",
                table: "KeptAnswers",
                column: "HeldAt");

            migrationBuilder.CreateIndex(
                name: "IX_Members_AccountId",
                table: "Members",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Members_CommunityId_AccountId",
                table: "Members",
                columns: new[] { "CommunityId", "AccountId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Members_CommunityId_CalendarFeed",
                table: "Members",
                columns: new[] { "CommunityId", "CalendarFeed" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Members_CommunityId_EmailHash",
                table: "Members",
                columns: new[] { "CommunityId", "EmailHash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Members_CommunityId_JoinedAt",
                table: "Members",
                columns: new[] { "CommunityId", "JoinedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Members_PhoneHash",
                table: "Members",
                column: "PhoneHash");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_CommunityId_Channel_IsUrgent_NextAttemptAt",
                table: "Notices",
                columns: new[] { "CommunityId", "Channel", "IsUrgent", "NextAttemptAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_CommunityId_Recipient_CreatedAt",
                table: "Notices",
                columns: new[] { "CommunityId", "Recipient", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_CommunityId_Subject_Kind_Recipient_Channel",
                table: "Notices",
                columns: new[] { "CommunityId", "Subject", "Kind", "Recipient", "Channel" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Pairings_CommunityId_EndsAt",
                table: "Pairings",
                columns: new[] { "CommunityId", "EndsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Pairings_CommunityId_Mentor",
                table: "Pairings",
                columns: new[] { "CommunityId", "Mentor" });

            migrationBuilder.CreateIndex(
                name: "IX_Pairings_CommunityId_Newcomer",
                table: "Pairings",
                columns: new[] { "CommunityId", "Newcomer" });

            migrationBuilder.CreateIndex(
                name: "IX_Pairings_CommunityId_Newcomer_Pathway_Kind_Slot",
                table: "Pairings",
                columns: new[] { "CommunityId", "Newcomer", "Pathway", "Kind", "Slot" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Pairings_CommunityId_ProposedAt",
                table: "Pairings",
                columns: new[] { "CommunityId", "ProposedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Pairings_CommunityId_Request",
                table: "Pairings",
                columns: new[] { "CommunityId", "Request" });

            migrationBuilder.CreateIndex(
                name: "IX_Pairings_CommunityId_Request_Mentor_IsProposed",
                table: "Pairings",
                columns: new[] { "CommunityId", "Request", "Mentor", "IsProposed" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Pairings_CommunityId_State_AnswerBy",
                table: "Pairings",
                columns: new[] { "CommunityId", "State", "AnswerBy" });

            migrationBuilder.CreateIndex(
                name: "IX_Pairings_CommunityId_State_ProposedAt",
                table: "Pairings",
                columns: new[] { "CommunityId", "State", "ProposedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Plans_CommunityId_Member",
                table: "Plans",
                columns: new[] { "CommunityId", "Member" });

            migrationBuilder.CreateIndex(
                name: "IX_Plans_CommunityId_NextDueAt",
                table: "Plans",
                columns: new[] { "CommunityId", "NextDueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Plans_CommunityId_Pairing_Member_Holds",
                table: "Plans",
                columns: new[] { "CommunityId", "Pairing", "Member", "Holds" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Progress_CommunityId_Member_Pathway",
                table: "Progress",
                columns: new[] { "CommunityId", "Member", "Pathway" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Progress_CommunityId_NextDueAt",
                table: "Progress",
                columns: new[] { "CommunityId", "NextDueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedTexts_At",
                table: "ReceivedTexts",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Requests_CommunityId_Newcomer",
                table: "Requests",
                columns: new[] { "CommunityId", "Newcomer" });

            migrationBuilder.CreateIndex(
                name: "IX_Requests_CommunityId_Newcomer_Pathway_Kind_IsOpen",
                table: "Requests",
                columns: new[] { "CommunityId", "Newcomer", "Pathway", "Kind", "IsOpen" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Requests_CommunityId_State_RequestedAt",
                table: "Requests",
                columns: new[] { "CommunityId", "State", "RequestedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_RungsTaken_CommunityId_Told_At",
                table: "RungsTaken",
                columns: new[] { "CommunityId", "Told", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_AccessHash",
                table: "Sessions",
                column: "AccessHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_AccountId",
                table: "Sessions",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_EndsAt",
                table: "Sessions",
                column: "EndsAt");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_Family",
                table: "Sessions",
                column: "Family");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_RefreshHash",
                table: "Sessions",
                column: "RefreshHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Silences_CommunityId_CheckIn",
                table: "Silences",
                columns: new[] { "CommunityId", "CheckIn" });

            migrationBuilder.CreateIndex(
                name: "IX_Silences_CommunityId_Member",
                table: "Silences",
                columns: new[] { "CommunityId", "Member" });

            migrationBuilder.CreateIndex(
                name: "IX_Silences_CommunityId_NextAt",
                table: "Silences",
                columns: new[] { "CommunityId", "NextAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Silences_CommunityId_Pairing_Member_IsOpen",
                table: "Silences",
                columns: new[] { "CommunityId", "Pairing", "Member", "IsOpen" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WebhookMessages_At",
                table: "WebhookMessages",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_WebhookMessages_CommunityId_NextAttemptAt",
                table: "WebhookMessages",
                columns: new[] { "CommunityId", "NextAttemptAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Webhooks_CommunityId",
                table: "Webhooks",
                column: "CommunityId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountMails");

            migrationBuilder.DropTable(
                name: "AccountTokens");

            migrationBuilder.DropTable(
                name: "AddressChanges");

            migrationBuilder.DropTable(
                name: "Allotments");

            migrationBuilder.DropTable(
                name: "Answers");

            migrationBuilder.DropTable(
                name: "Audit");

            migrationBuilder.DropTable(
                name: "Blocks");

            migrationBuilder.DropTable(
                name: "CarryOvers");

            migrationBuilder.DropTable(
                name: "Concerns");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "Goals");

            migrationBuilder.DropTable(
                name: "Invitations");

            migrationBuilder.DropTable(
                name: "KeptAnswers");

            migrationBuilder.DropTable(
                name: "MemberKeys");

            migrationBuilder.DropTable(
                name: "Notices");

            migrationBuilder.DropTable(
                name: "PersonalPlans");

            migrationBuilder.DropTable(
                name: "Progress");

            migrationBuilder.DropTable(
                name: "ReceivedTexts");

            migrationBuilder.DropTable(
                name: "RungsTaken");

            migrationBuilder.DropTable(
                name: "Sessions");

            migrationBuilder.DropTable(
                name: "Uptimes");

            migrationBuilder.DropTable(
                name: "WebhookMessages");

            migrationBuilder.DropTable(
                name: "Webhooks");

            migrationBuilder.DropTable(
                name: "Silences");

            migrationBuilder.DropTable(
                name: "Accounts");

            migrationBuilder.DropTable(
                name: "CheckIns");

            migrationBuilder.DropTable(
                name: "Plans");

            migrationBuilder.DropTable(
                name: "Pairings");

            migrationBuilder.DropTable(
                name: "Requests");

            migrationBuilder.DropTable(
                name: "Members");

            migrationBuilder.DropTable(
                name: "Communities");
        }
    }
}
