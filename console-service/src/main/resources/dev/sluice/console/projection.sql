-- Read models from the events after a sequence number, in the transaction that stored those events.
-- The comment before a statement names the topics it reads: it runs when a batch holds one of them.

-- requirement.submitted
insert into requirement (requirement_id, event_id, revision)
select p."requirementId", e.event_id, p.revision
from event e,
     jsonb_to_record(e.payload) as p("requirementId" text, revision int)
where e.seq > ? and e.topic in ('requirement.submitted')
on conflict do nothing;

-- plan.proposed
insert into plan (requirement_id, revision, event_id, outcome, approval, failure, stories, requested_by)
select p."requirementId", p.revision, e.event_id, p.outcome, p.approval, p.failure, p.stories, p."requestedBy" ->> 'id'
from event e,
     jsonb_to_record(e.payload) as p("requirementId" text, revision int, outcome text, approval text, failure text, stories jsonb, "requestedBy" jsonb)
where e.seq > ? and e.topic in ('plan.proposed')
on conflict do nothing;

-- plan.decided
insert into plan_decision (requirement_id, plan_revision, event_id, verdict, decided_by, reason, decided_at)
select p."requirementId", p."planRevision", e.event_id, p.verdict, p."decidedBy" ->> 'id', p.reason, p."decidedAt"
from event e,
     jsonb_to_record(e.payload) as p("requirementId" text, "planRevision" int, verdict text, "decidedBy" jsonb, reason text, "decidedAt" timestamptz)
where e.seq > ? and e.topic in ('plan.decided')
on conflict do nothing;

-- clarification.requested
insert into clarification (clarification_id, event_id, subject_id, subject_kind, requirement_id, question, questions, requested_at, expires_at)
select p."clarificationId", e.event_id, p."subjectId", p."subjectKind", p."requirementId",
       coalesce(p.questions -> 0 ->> 'question', ''), jsonb_array_length(p.questions), p."requestedAt", p."expiresAt"
from event e,
     jsonb_to_record(e.payload) as p("clarificationId" text, "subjectId" text, "subjectKind" text, "requirementId" text, questions jsonb,
         "requestedAt" timestamptz, "expiresAt" timestamptz)
where e.seq > ? and e.topic in ('clarification.requested')
on conflict do nothing;

-- clarification.answered clarification.expired
insert into clarification_end (clarification_id, event_id, state, ended_at)
select e.payload ->> 'clarificationId', e.event_id,
       case e.topic when 'clarification.answered' then 'ANSWERED' else 'EXPIRED' end, e.occurred_at
from event e
where e.seq > ? and e.topic in ('clarification.answered', 'clarification.expired')
on conflict do nothing;

-- story.planned
insert into story (story_id, revision, requirement_id, event_id, story_key, title, planned_at)
select p."storyId", p.revision, p."requirementId", e.event_id, p.story ->> 'key', p.story ->> 'title', p."plannedAt"
from event e,
     jsonb_to_record(e.payload) as p("storyId" text, revision int, "requirementId" text, story jsonb, "plannedAt" timestamptz)
where e.seq > ? and e.topic in ('story.planned')
on conflict do nothing;

-- code.generated
insert into change (change_id, event_id, story_id, requirement_id, origin, outcome, title, rebased_from, failure, generated_at)
select p."changeId", e.event_id, p."storyId", p."requirementId", p.origin, p.outcome, p.story ->> 'title', p."rebasedFrom",
       p.failure, p."generatedAt"
from event e,
     jsonb_to_record(e.payload) as p("changeId" text, "storyId" text, "requirementId" text, origin text, outcome text, story jsonb,
         "rebasedFrom" text, failure text, "generatedAt" timestamptz)
where e.seq > ? and e.topic in ('code.generated')
on conflict do nothing;

-- review.completed
insert into review (review_id, event_id, change_id, role, verdict, reviewer, completed_at)
select p."reviewId", e.event_id, p."changeId", p.role, p.verdict, p.reviewer ->> 'id', p."completedAt"
from event e,
     jsonb_to_record(e.payload) as p("reviewId" text, "changeId" text, role text, verdict text, reviewer jsonb, "completedAt" timestamptz)
where e.seq > ? and e.topic in ('review.completed')
on conflict do nothing;

-- release.decided
insert into decision (change_id, event_id, outcome, reason, decided_at)
select p."changeId", e.event_id, p.outcome, p.reasons -> 0 ->> 'message', p."decidedAt"
from event e,
     jsonb_to_record(e.payload) as p("changeId" text, outcome text, reasons jsonb, "decidedAt" timestamptz)
where e.seq > ? and e.topic in ('release.decided')
on conflict do nothing;

-- change.merged
insert into merge (change_id, event_id, merge_sha, merged_at)
select p."changeId", e.event_id, p."mergeSha", p."mergedAt"
from event e,
     jsonb_to_record(e.payload) as p("changeId" text, "mergeSha" text, "mergedAt" timestamptz)
where e.seq > ? and e.topic in ('change.merged')
on conflict do nothing;

-- merge.refused
insert into refusal (change_id, event_id, cause, detail, refused_at)
select p."changeId", e.event_id, p.cause, p.detail, p."refusedAt"
from event e,
     jsonb_to_record(e.payload) as p("changeId" text, cause text, detail text, "refusedAt" timestamptz)
where e.seq > ? and e.topic in ('merge.refused')
on conflict do nothing;

-- control.changed
insert into control (scope, state, reason, changed_by, changed_at)
select distinct on (p.scope) p.scope, p.state, p.reason, p."changedBy" ->> 'id', p."changedAt"
from event e,
     jsonb_to_record(e.payload) as p(scope text, state text, reason text, "changedBy" jsonb, "changedAt" timestamptz)
where e.seq > ? and e.topic in ('control.changed')
order by p.scope, p."changedAt" desc, e."offset" desc
on conflict (scope) do update
set state = excluded.state, reason = excluded.reason, changed_by = excluded.changed_by, changed_at = excluded.changed_at
where control.changed_at <= excluded.changed_at;

-- audit.recorded
insert into audit (event_id, seq, writer, sequence, subject, actor, action, detail, previous_hash, hash, recorded_at)
select e.event_id, e.seq, p.writer, p.sequence, p.subject, p.actor ->> 'id', p.action, p.detail, p."previousHash", p.hash, p."recordedAt"
from event e,
     jsonb_to_record(e.payload) as p(writer text, sequence bigint, subject text, actor jsonb, action text, detail text, "previousHash" text,
         hash text, "recordedAt" timestamptz)
where e.seq > ? and e.topic in ('audit.recorded')
on conflict do nothing;

-- plan.decided clarification.answered review.completed control.changed
insert into audit_pending (cause_event_id, seq, subject, actor, action, detail, correlation_id, recorded_at)
select e.event_id, e.seq,
       coalesce(e.payload ->> 'requirementId', e.payload ->> 'scope', e.key),
       coalesce(e.payload -> 'decidedBy' ->> 'id', e.payload -> 'answeredBy' ->> 'id', e.payload -> 'reviewer' ->> 'id',
                e.payload -> 'changedBy' ->> 'id', 'unknown'),
       e.topic, e.summary, e.correlation_id, e.occurred_at
from event e
where e.seq > ? and e.topic in ('plan.decided', 'clarification.answered', 'review.completed', 'control.changed')
  and (e.topic <> 'review.completed' or e.payload ->> 'role' = 'HUMAN')
on conflict do nothing;

-- every
insert into run (run_id, ordinal, updated_at)
select e.run_id, min(e.seq), max(e.occurred_at)
from event e
where e.seq > ? and e.run_id is not null and e.topic <> 'model.called'
group by e.run_id
order by min(e.seq)
on conflict (run_id) do update set updated_at = greatest(run.updated_at, excluded.updated_at);

-- requirement.submitted
update run
set kind = p.kind, title = p.title, repository_url = p.repository ->> 'url', base_branch = p.repository ->> 'baseBranch',
    requested_by = p."requestedBy" ->> 'id', submitted_at = p."submittedAt"
from event e,
     jsonb_to_record(e.payload) as p("requirementId" text, kind text, title text, repository jsonb, "requestedBy" jsonb,
         "submittedAt" timestamptz)
where e.seq > ? and e.topic in ('requirement.submitted') and run.run_id = p."requirementId";

-- code.generated
update run
set kind = 'CHANGE', title = coalesce(p.story ->> 'title', 'Change ' || left(p."headSha", 10)),
    repository_url = p.repository ->> 'url', base_branch = p.repository ->> 'baseBranch',
    requested_by = coalesce(p.provenance -> 'requestedBy' ->> 'id', p.provenance -> 'author' ->> 'id'),
    submitted_at = p."generatedAt"
from event e,
     jsonb_to_record(e.payload) as p("requirementId" text, origin text, story jsonb, repository jsonb, provenance jsonb,
         "headSha" text, "generatedAt" timestamptz)
where e.seq > ? and e.topic in ('code.generated') and p.origin = 'OUTSIDE' and run.run_id = p."requirementId"
  and (run.submitted_at is null or run.submitted_at >= p."generatedAt");
