-- Everything in this file but command_claim is derived from the log: it can be dropped and read again.

create table event (
    seq            bigint generated always as identity primary key,
    topic          text        not null,
    partition      integer     not null,
    "offset"       bigint      not null,
    event_id       text        not null,
    key            text        not null,
    correlation_id text        not null,
    causation_id   text,
    source         text        not null,
    run_id         text,
    occurred_at    timestamptz not null,
    summary        text        not null,
    payload        jsonb       not null,
    constraint event_once unique (event_id, topic)
);
create index event_of_run on event (run_id, seq) where run_id is not null;
create index event_caused_audit on event (causation_id) where topic = 'audit.recorded';

create table projection_offset (
    topic       text    not null,
    partition   integer not null,
    next_offset bigint  not null,
    primary key (topic, partition)
);

-- Raised by every rebuild, so that a reader that still holds positions of the dropped rows is turned away.
create table projection_epoch (
    one   boolean primary key default true check (one),
    epoch bigint not null
);
insert into projection_epoch (epoch) values (1);

create table run (
    run_id         text primary key,
    ordinal        bigint      not null,
    kind           text,
    title          text,
    repository_url text,
    base_branch    text,
    requested_by   text,
    submitted_at   timestamptz,
    updated_at     timestamptz not null,
    state          text,
    reason         text,
    stories_total  integer     not null default 0,
    stories_merged integer     not null default 0
) with (fillfactor = 70);
create index run_newest on run (ordinal desc);
create index run_by_state on run (state, ordinal desc);

create table requirement (
    requirement_id text primary key,
    event_id       text not null,
    revision       integer not null
);

create table plan (
    requirement_id text    not null,
    revision       integer not null,
    event_id       text    not null,
    outcome        text    not null,
    approval       text    not null,
    failure        text,
    stories        jsonb   not null,
    requested_by   text    not null,
    primary key (requirement_id, revision)
);

create table plan_decision (
    requirement_id text        not null,
    plan_revision  integer     not null,
    event_id       text        not null,
    verdict        text        not null,
    decided_by     text        not null,
    reason         text,
    decided_at     timestamptz not null,
    primary key (requirement_id, plan_revision)
);

create table clarification (
    clarification_id text primary key,
    event_id         text        not null,
    subject_id       text        not null,
    subject_kind     text        not null,
    requirement_id   text        not null,
    question         text        not null,
    questions        integer     not null,
    requested_at     timestamptz not null,
    expires_at       timestamptz not null
);
create index clarification_of_requirement on clarification (requirement_id);

create table clarification_end (
    clarification_id text primary key,
    event_id         text        not null,
    state            text        not null,
    ended_at         timestamptz not null
);

create table story (
    story_id       text    not null,
    revision       integer not null,
    requirement_id text    not null,
    event_id       text    not null,
    story_key      text    not null,
    title          text    not null,
    planned_at     timestamptz not null,
    primary key (story_id, revision)
);
create index story_of_requirement on story (requirement_id);

create table change (
    change_id      text primary key,
    event_id       text        not null,
    story_id       text        not null,
    requirement_id text        not null,
    origin         text        not null,
    outcome        text        not null,
    title          text,
    rebased_from   text,
    failure        text,
    generated_at   timestamptz not null
);
create index change_of_requirement on change (requirement_id);

create table review (
    review_id      text primary key,
    event_id       text        not null,
    change_id      text        not null,
    role           text        not null,
    verdict        text        not null,
    reviewer       text        not null,
    completed_at   timestamptz not null
);
create index review_of_change on review (change_id);

create table decision (
    change_id  text primary key,
    event_id   text        not null,
    outcome    text        not null,
    reason     text,
    decided_at timestamptz not null
);

create table merge (
    change_id text primary key,
    event_id  text        not null,
    merge_sha text        not null,
    merged_at timestamptz not null
);

create table refusal (
    change_id  text primary key,
    event_id   text        not null,
    cause      text        not null,
    detail     text        not null,
    refused_at timestamptz not null
);

create table control (
    scope      text primary key,
    state      text        not null,
    reason     text,
    changed_by text        not null,
    changed_at timestamptz not null
);

create table audit (
    event_id      text primary key,
    seq           bigint      not null,
    writer        text        not null,
    sequence      bigint      not null,
    subject       text        not null,
    actor         text        not null,
    action        text        not null,
    detail        text        not null,
    previous_hash text        not null,
    hash          text        not null,
    recorded_at   timestamptz not null
);
create index audit_chain on audit (writer, sequence);
create index audit_newest on audit (seq desc);

-- Critical actions seen on the log that may still lack their audit entry.
create table audit_pending (
    cause_event_id text primary key,
    seq            bigint      not null,
    subject        text        not null,
    actor          text        not null,
    action         text        not null,
    detail         text        not null,
    correlation_id text        not null,
    recorded_at    timestamptz not null
);

-- Not derived: who was first with a command, so that two people cannot both decide before the log has come round.
create table command_claim (
    command    text        not null,
    subject    text        not null,
    digest     text        not null,
    claimed_by text        not null,
    claimed_at timestamptz not null default now(),
    primary key (command, subject)
);
