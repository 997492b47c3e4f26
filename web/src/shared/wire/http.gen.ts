// Made by scripts/generate-wire.mjs from the server's documents. Do not edit.

/**
 * One aspect of an answer that every judge levels on its own.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Criterion".
 */
export type Criterion = "evidence" | "reasoning" | "reflection" | "relevance" | "structure";
/**
 * Which answer of a pair is better.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Verdict".
 */
export type Verdict = "first" | "second" | "tie";
/**
 * The language that a room speaks.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Language".
 */
export type Language = "en" | "ko";
/**
 * What a question is for.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "QuestionKind".
 */
export type QuestionKind =
  | "closing"
  | "common"
  | "cross_reference"
  | "experience"
  | "follow_up"
  | "motivation"
  | "pressure"
  | "self_introduction"
  | "situational"
  | "technical";
/**
 * What a question probes, and what a persona is strong or weak in.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Competency".
 */
export type Competency =
  | "collaboration"
  | "communication"
  | "company_fit"
  | "customer_focus"
  | "growth"
  | "ownership"
  | "problem_solving"
  | "technical_depth";
/**
 * The companies whose candidates and questions ship with the engine.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Company".
 */
export type Company = "baemin" | "coupang" | "danggeun" | "kakao" | "naver" | "toss";
/**
 * The job that the interview is for.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "JobRole".
 */
export type JobRole = "backend" | "data" | "frontend" | "product";
/**
 * How long the interview is.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Preset".
 */
export type Preset = "full" | "short" | "standard";
/**
 * Where an interview stands.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Stage".
 */
export type Stage =
  | "closing"
  | "common"
  | "deliberation"
  | "finished"
  | "follow_up"
  | "individual"
  | "pressure"
  | "self_intro"
  | "waiting";
/**
 * To whom a slot of the plan puts its question.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Asked".
 */
export type Asked = "all" | "each" | "one";
/**
 * In which order candidates answer one question.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "OrderPolicy".
 */
export type OrderPolicy = "individual" | "rotating" | "seat" | "shuffled" | "simultaneous";
/**
 * How difficulty follows the candidates' results.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Adaptation".
 */
export type Adaptation = "adaptive" | "fixed";
/**
 * When candidates see the ranking.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Visibility".
 */
export type Visibility = "after_round" | "end" | "live";
/**
 * What a seat is for.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "SeatKind".
 */
export type SeatKind = "ai" | "human" | "interviewer" | "observer";
/**
 * Where a turn stands.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "TurnState".
 */
export type TurnState = "closed" | "open" | "waiting";
/**
 * How a turn ended.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Outcome".
 */
export type Outcome = "abandoned" | "answered" | "skipped" | "timed_out" | "void";
/**
 * A judge's level for one criterion, 1 (far below) to 5 (outstanding).
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Level".
 */
export type Level = 1 | 2 | 3 | 4 | 5;
/**
 * What somebody may sit as.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Role".
 */
export type Role = "candidate" | "observer";
/**
 * What a document is.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "DocumentKind".
 */
export type DocumentKind = "cover_letter" | "portfolio" | "resume";
/**
 * What was deleted.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "DeletedText".
 */
export type DeletedText = "answer" | "evidence" | "feedback" | "name";

export interface HttpTypes {
  Deleted?: Deleted;
  Export?: Export;
  OwnRoom?: OwnRoom;
  OwnWords?: OwnWords;
  OwnItem?: OwnItem;
  Evaluated?: Evaluated;
  AnswerResult?: AnswerResult;
  CriterionResult?: CriterionResult;
  Criterion?: Criterion;
  Likeness?: Likeness;
  PairResult?: PairResult;
  Verdict?: Verdict;
  "adapters.http_api.practice.evaluating.Place"?: Evaluating_Place;
  OwnQuestion?: OwnQuestion;
  Language?: Language;
  QuestionKind?: QuestionKind;
  Competency?: Competency;
  Company?: Company;
  JobRole?: JobRole;
  ProfileSeen?: ProfileSeen;
  ExperienceSeen?: ExperienceSeen;
  Checked?: Checked;
  FaultFound?: FaultFound;
  ReplayShape?: ReplayShape;
  RoomView?: RoomView;
  ParentRoom?: ParentRoom;
  Settings?: Settings;
  Preset?: Preset;
  Slot?: Slot;
  Stage?: Stage;
  Asked?: Asked;
  OrderPolicy?: OrderPolicy;
  Adaptation?: Adaptation;
  Visibility?: Visibility;
  Seat?: Seat;
  SeatKind?: SeatKind;
  CandidateProfile?: CandidateProfile;
  QualityRange?: QualityRange;
  InterviewerProfile?: InterviewerProfile;
  Pause?: Pause;
  Round?: Round;
  Question?: Question;
  Turn?: Turn;
  TurnState?: TurnState;
  Outcome?: Outcome;
  Evaluation?: Evaluation;
  CriterionEvidence?: CriterionEvidence;
  Level?: Level;
  AnswerScore?: AnswerScore;
  Wait?: Wait;
  Board?: Board;
  BoardRow?: BoardRow;
  PersonalFeedback?: PersonalFeedback;
  Feedback?: Feedback;
  FeedbackPoint?: FeedbackPoint;
  MissedPoint?: MissedPoint;
  ChatMessage?: ChatMessage;
  HappenedShape?: HappenedShape;
  RoomCard?: RoomCard;
  RoomList?: RoomList;
  RoomSeenShape?: RoomSeenShape;
  You?: You;
  Role?: Role;
  RoomCosts?: RoomCosts;
  ModelCosts?: ModelCosts;
  Consent?: Consent;
  DocumentList?: DocumentList;
  DocumentSeen?: DocumentSeen;
  DocumentKind?: DocumentKind;
  DocumentText?: DocumentText;
  WantedEvaluation?: WantedEvaluation;
  GivenAnswer?: GivenAnswer;
  NewGuestBody?: NewGuestBody;
  SignedIn?: SignedIn;
  Health?: Health;
  Invited?: Invited;
  NewInvitation?: NewInvitation;
  Opened?: Opened;
  TypedCode?: TypedCode;
  Me?: Me;
  InterviewerList?: InterviewerList;
  InterviewerCard?: InterviewerCard;
  Bilingual?: Bilingual;
  PersonaCard?: PersonaCard;
  PersonaList?: PersonaList;
  Sample?: Sample;
  SampleWanted?: SampleWanted;
  WrittenPersona?: WrittenPersona;
  QuestionEntry?: QuestionEntry;
  QuestionPage?: QuestionPage;
  ForkFrom?: ForkFrom;
  Done?: Done;
  Entry?: Entry;
  GivenCommandShape?: GivenCommandShape;
  Legal?: Legal;
  NewSettingsShape?: NewSettingsShape;
  SharedResume?: SharedResume;
  NewRoomShape?: NewRoomShape;
  RoomChanges?: RoomChanges;
  VoiceAbilities?: VoiceAbilities;
  WantedSpeech?: WantedSpeech;
  SpokenAnswer?: SpokenAnswer;
  FillerCount?: FillerCount;
  ReportDocument?: ReportDocument;
  InterviewReport?: InterviewReport;
  CandidateEntry?: CandidateEntry;
  InterviewerEntry?: InterviewerEntry;
  SeatResult?: SeatResult;
  CriterionLevel?: CriterionLevel;
  QuestionReport?: QuestionReport;
  AnswerReport?: AnswerReport;
  Opinion?: Opinion;
  QuotedLevel?: QuotedLevel;
  EarlierOverlap?: EarlierOverlap;
  TimelinePoint?: TimelinePoint;
  "interview_engine.reports.report.Place"?: Report_Place;
  CriterionFigure?: CriterionFigure;
  SeatFigure?: SeatFigure;
  CompetencyFigure?: CompetencyFigure;
  SeatSummary?: SeatSummary;
  Deletion?: Deletion;
  DeletedText?: DeletedText;
  ExpectedCosts?: ExpectedCosts;
  Problem?: Problem;
  FieldProblem?: FieldProblem;
}
/**
 * What became of an account's rooms and items.
 *
 *     Attributes:
 *         rooms_deleted: Own rooms in which nobody else sat.
 *         rooms_left: Rooms that others keep, without the person's words.
 *         items: How many personas, questions and documents were deleted.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Deleted".
 */
export interface Deleted {
  rooms_deleted: number;
  rooms_left: number;
  items: number;
}
/**
 * Everything that is held of a person.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Export".
 */
export interface Export {
  user_id: string;
  name: string;
  exported_at: number;
  rooms: OwnRoom[];
  items: OwnItem[];
}
/**
 * A room that the person owns or was let into.
 *
 *     Attributes:
 *         room_id, title, public, created_at: The room; the title only of one's own.
 *         owner: They opened it.
 *         seat_id, role: Their place there; empty when they never entered.
 *         words: Theirs.
 *         readable: False when the room's log waits for the operator, so that its words are missing here.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "OwnRoom".
 */
export interface OwnRoom {
  room_id: string;
  title: string;
  public: boolean;
  created_at: number;
  owner: boolean;
  seat_id: string;
  role: string;
  words: OwnWords[];
  readable: boolean;
}
/**
 * Words of the person, or about them, in a room's log; as far as they may be seen yet.
 *
 *     Attributes:
 *         seq, at: Where they stand.
 *         event: What kind of event.
 *         words: The personal fields.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "OwnWords".
 */
export interface OwnWords {
  seq: number;
  at: number;
  event: string;
  words: unknown;
}
/**
 * Something that the person keeps: a persona's TOML, a question or a document as JSON text.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "OwnItem".
 */
export interface OwnItem {
  kind: string;
  item_id: string;
  at: number;
  body: string;
}
/**
 * A set of answers, judged and ranked.
 *
 *     Attributes:
 *         question: What was asked.
 *         judge: The judge's family.
 *         answers: In the order in which they were given.
 *         pairs: Each pair once.
 *         ranking: Best first.
 *         notice: What the ranking is worth, in the language of the answers.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Evaluated".
 */
export interface Evaluated {
  question: string;
  judge: string;
  answers: AnswerResult[];
  pairs: PairResult[];
  ranking: Evaluating_Place[];
  notice: string;
}
/**
 * One answer's result.
 *
 *     Attributes:
 *         label: Which answer.
 *         total: 0-100; None when nothing could be judged.
 *         levels: One for each criterion with evidence.
 *         missed_points: The key points that it does not cover.
 *         flags: What a reader should know: `off_topic`, `stuffing`, `echo`, `injection`, `too_short`, …
 *         similar: The other answers, the most alike first.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "AnswerResult".
 */
export interface AnswerResult {
  label: string;
  total: number | null;
  levels: CriterionResult[];
  missed_points: string[];
  flags: string[];
  similar: Likeness[];
}
/**
 * One criterion's level, 1-5, the words that earned it, and why.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "CriterionResult".
 */
export interface CriterionResult {
  criterion: Criterion;
  level: number;
  quote: string;
  reason: string;
}
/**
 * How alike another answer is, 0-1; flagged from the length's threshold on: a hint, never a failure.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Likeness".
 */
export interface Likeness {
  label: string;
  ratio: number;
  flagged: boolean;
}
/**
 * Which of two answers is better: `first`, `second` or `tie`.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "PairResult".
 */
export interface PairResult {
  first: string;
  second: string;
  verdict: Verdict;
}
/**
 * An answer's place in the ranking.
 *
 *     Attributes:
 *         label: Which answer.
 *         rank: 1 is best; ties share the better rank.
 *         rank_best, rank_worst: The ranks that the evidence allows.
 *         total: 0-100.
 *         strength: Bradley-Terry log-strength; only differences mean something.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "adapters.http_api.practice.evaluating.Place".
 */
export interface Evaluating_Place {
  label: string;
  rank: number;
  rank_best: number;
  rank_worst: number;
  total: number | null;
  strength: number;
}
/**
 * A question of one's own, to practise with: for evaluations and sample answers.
 *
 *     Attributes:
 *         text: As an interviewer would say it.
 *         key_points: What a good answer covers.
 *         language, kind, competency, difficulty, seconds: As in the bank.
 *         company, role: What it is for; None for any.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "OwnQuestion".
 */
export interface OwnQuestion {
  text: string;
  /**
   * @maxItems 10
   */
  key_points?: string[];
  language?: Language;
  kind?: QuestionKind;
  competency?: Competency;
  difficulty?: number;
  seconds?: number;
  company?: Company | null;
  role?: JobRole | null;
}
/**
 * What a language model found in a document; only what the document says.
 *
 *     Attributes:
 *         headline: Who this is, in a line; may be empty.
 *         skills: What they know, as the document says it.
 *         experiences: What they did.
 *         model: Who read it, `family:model`.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "ProfileSeen".
 */
export interface ProfileSeen {
  headline: string;
  skills: string[];
  experiences: ExperienceSeen[];
  model: string;
}
/**
 * One thing that somebody did.
 *
 *     Attributes:
 *         title, did, result: What it was, what they did, what came of it; any may be empty.
 *         source: The document's own line that says so.
 *         fact: All of it as one line to share with a room, edited if one likes.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "ExperienceSeen".
 */
export interface ExperienceSeen {
  title: string;
  did: string;
  result: string;
  source: string;
  fact: string;
}
/**
 * What checking a log found.
 *
 *     Attributes:
 *         sound: Nothing is wrong.
 *         records, redacted: How many records there are, and how many without their personal text.
 *         finished: The interview is over.
 *         head: Hash of the last record: it stands for the whole log.
 *         faults: What is wrong.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Checked".
 */
export interface Checked {
  sound: boolean;
  records: number;
  redacted: number;
  finished: boolean;
  head: string;
  faults: FaultFound[];
}
/**
 * Something wrong with a log: where, and which check failed.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "FaultFound".
 */
export interface FaultFound {
  seq: number;
  code: string;
}
/**
 * A page of a room's past, as it was told at one place.
 *
 *     Attributes:
 *         seat_id: From where one looks: a seat, or `observers`.
 *         own_seat_id: The place of whoever asks.
 *         start: The room behind `after`, which the events start from.
 *         events: What happened next.
 *         next_after: The `after` of the next page; None on the last one.
 *         latest_seq, latest_at: Where the log ends.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "ReplayShape".
 */
export interface ReplayShape {
  seat_id: string;
  own_seat_id: string;
  start: RoomView;
  events: HappenedShape[];
  next_after: number | null;
  latest_seq: number;
  latest_at: number;
}
/**
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "RoomView".
 */
export interface RoomView {
  room_id: string;
  parent: ParentRoom | null;
  created_at: number;
  seq: number;
  now: number;
  rules_version: number;
  settings: Settings;
  seed_commitment: string;
  revealed_seed: string;
  stage: Stage;
  host: string | null;
  seats: Seat[];
  removed: string[];
  order: string[];
  paused: Pause | null;
  next_slot: number;
  current: Round | null;
  rounds: Round[];
  wait: Wait | null;
  board: Board;
  round_board: Board;
  feedback_due: string[];
  feedback: PersonalFeedback[];
  chat: ChatMessage[];
  ended_early: boolean;
}
/**
 * Where a forked room comes from.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "ParentRoom".
 */
export interface ParentRoom {
  room_id: string;
  seq: number;
  hash: string;
}
/**
 * Everything about a room that its host chooses before the start.
 *
 *     Attributes:
 *         language: The language that is spoken.
 *         company: Whose interview it is; None for a general one.
 *         role: The job.
 *         preset: Names the plan that is used when `plan` is empty.
 *         plan: The slots in order; empty means the preset's.
 *         difficulty: 1 to 5.
 *         adaptation: How difficulty moves.
 *         order: Turn order for questions put to all.
 *         visibility: When the ranking is shown to seats.
 *         follow_up_budget: Follow-ups that each interviewer may ask, 0 to 10.
 *         reading_ms: Extra time on top of the answer time, for reading the question.
 *         disconnect_grace_ms: How long a seat is held for its owner before its turns are given up.
 *         disconnect_cap_ms: Most answer time that one turn gets back for its owner's disconnects.
 *         question_patience_ms: How long the room waits for a question before it turns to the offline one.
 *         answer_patience_ms: The same for an AI candidate's answer once its turn is open.
 *         judging_patience_ms: The same for judging and feedback at the end.
 *         dormant_ms: A paused room with nobody in it ends after this time.
 *         comparison_budget: Most pairs compared per round; 0 for the default (all up to 7 candidates).
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Settings".
 */
export interface Settings {
  language: Language;
  company: Company | null;
  role: JobRole;
  preset: Preset;
  plan: Slot[];
  difficulty: number;
  adaptation: Adaptation;
  order: OrderPolicy;
  visibility: Visibility;
  follow_up_budget: number;
  reading_ms: number;
  disconnect_grace_ms: number;
  disconnect_cap_ms: number;
  question_patience_ms: number;
  answer_patience_ms: number;
  judging_patience_ms: number;
  dormant_ms: number;
  comparison_budget: number;
}
/**
 * One place in the plan: what kind of question, to whom, for how long.
 *
 *     `order` overrides the room's policy; `follow_ups` allows follow-up questions on its answers.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Slot".
 */
export interface Slot {
  stage: Stage;
  kind: QuestionKind;
  asked: Asked;
  answer_ms: number;
  order: OrderPolicy | null;
  follow_ups: boolean;
}
/**
 * A place in the room.
 *
 *     Attributes:
 *         seat_id: The place.
 *         kind: What it is for.
 *         name: Display name.
 *         headline: One line about an AI candidate or an interviewer's post.
 *         persona_id, company: Of an AI candidate or an interviewer.
 *         number: Candidate number, given at the start; 0 before.
 *         ready: A human candidate is ready to start.
 *         time_percent: Accommodation: share of the normal answer time, 100 to 300.
 *         facts: What was read from the owner's résumé; only its owner sees it.
 *         away_since: When the owner was last seen, while disconnected.
 *         absent: The owner was away longer than the grace; turns are given up until the return.
 *         left: The owner left for good or was removed after the start.
 *         candidate, interviewer: The persona as the rules see it; in no view.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Seat".
 */
export interface Seat {
  seat_id: string;
  kind: SeatKind;
  name: string;
  headline: string;
  persona_id: string | null;
  company: Company | null;
  number: number;
  ready: boolean;
  time_percent: number;
  facts: string[];
  away_since: number | null;
  absent: boolean;
  left: boolean;
  candidate: CandidateProfile | null;
  interviewer: InterviewerProfile | null;
}
/**
 * An AI candidate as the rules see it.
 *
 *     Attributes:
 *         persona_id: The persona in a catalogue.
 *         name: Display name in the room's language.
 *         headline: One line that every seat may read, in the room's language.
 *         company: The company that the persona stands for; None for a custom persona.
 *         characters_per_minute: Speaking rate, used to pace the answer.
 *         qualities: One range per competency; hidden from every view.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "CandidateProfile".
 */
export interface CandidateProfile {
  persona_id: string;
  name: string;
  headline: string;
  company: Company | null;
  characters_per_minute: number;
  qualities: QualityRange[];
}
/**
 * The range in which the quality of a candidate's answers on one competency is drawn, 0-100.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "QualityRange".
 */
export interface QualityRange {
  competency: Competency;
  low: number;
  high: number;
}
/**
 * An interviewer as the rules see it.
 *
 *     Attributes:
 *         persona_id: The persona in a catalogue.
 *         name: Display name in the room's language.
 *         title: The interviewer's post, in the room's language.
 *         competencies: What this interviewer asks about, strongest interest first.
 *         follow_up_percent: How readily this interviewer asks a follow-up, 0-100.
 *         severity: Shift of this interviewer's standard, -100 (lenient) to 100 (strict).
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "InterviewerProfile".
 */
export interface InterviewerProfile {
  persona_id: string;
  name: string;
  title: string;
  competencies: Competency[];
  follow_up_percent: number;
  severity: number;
}
/**
 * Every clock stands still. `empty`: nobody was there, so the first return resumes.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Pause".
 */
export interface Pause {
  since: number;
  by: string | null;
  empty: boolean;
}
/**
 * One question put to one or more candidates.
 *
 *     Attributes:
 *         round_id: The round.
 *         slot: Place in the plan that it came from.
 *         stage, kind: Part of the interview, and what the question is for.
 *         interviewer: The seat that asks.
 *         order: The turn-order policy, recorded here.
 *         candidates: Who answers, in order.
 *         competency: What the question should probe; None leaves it to the writer.
 *         difficulty: Asked-for difficulty, 1 to 5.
 *         answer_ms: Time for one answer before accommodation.
 *         parent: The answer that a follow-up or cross-reference question is about.
 *         follow_ups: Follow-ups on these answers are allowed.
 *         question: Once written.
 *         opened_at: When the question was asked; None before.
 *         simultaneous: All write at once; answers are public only when the round is closed.
 *         revealed: The answers are public.
 *         closed: Every turn has ended.
 *         turns: One per candidate, in order.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Round".
 */
export interface Round {
  round_id: string;
  slot: number;
  stage: Stage;
  kind: QuestionKind;
  interviewer: string;
  order: OrderPolicy;
  candidates: string[];
  competency: Competency | null;
  difficulty: number;
  answer_ms: number;
  parent: string | null;
  follow_ups: boolean;
  question: Question | null;
  opened_at: number | null;
  simultaneous: boolean;
  revealed: boolean;
  closed: boolean;
  turns: Turn[];
}
/**
 * A question put to one or more candidates.
 *
 *     Attributes:
 *         question_id: The bank's id, or an id that its writer made.
 *         kind: What it is for.
 *         text: As the interviewer says it.
 *         reason: Why this follow-up is asked, shown to people; empty otherwise.
 *         competency: What it probes.
 *         difficulty: 1 to 5.
 *         answer_ms: The writer's suggestion for the answer time, which a room's own plan overrides; None leaves
 *             the plan's.
 *         key_points: What a good answer covers; hidden until the end.
 *         shows: What a good answer shows; hidden until the end.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Question".
 */
export interface Question {
  question_id: string;
  kind: QuestionKind;
  text: string;
  reason: string;
  competency: Competency;
  difficulty: number;
  answer_ms: number | null;
  key_points: string[];
  shows: string;
}
/**
 * One candidate's slot in a round.
 *
 *     Attributes:
 *         turn_id, seat_id: The slot and whose it is.
 *         state, outcome: Where it stands and how it ended.
 *         allowance_ms: Time to answer, with reading time and the seat's accommodation.
 *         opened_at, deadline, closed_at: Instants; the deadline itself is late.
 *         returned_ms: Time given back for the owner's disconnects, up to the room's cap.
 *         stopped_ms: How long its clock stood still in pauses and outages.
 *         text: The answer.
 *         by_clock: The latest draft was submitted when time ran out.
 *         draft, drafted_at: The latest saved draft and its instant.
 *         speaking: An AI candidate is speaking; `deadline` is then the end of the speech.
 *         stretched: The room has already waited once for this AI answer and turned to the offline writer.
 *         skip_votes: Humans who want to skip ahead of the speech.
 *         quality: Drawn quality of an AI candidate's answer, 0-100; in no view.
 *         prepared: An AI candidate's answer before it is spoken; in no view.
 *         family: Model family that wrote the answer; empty for a person's.
 *         evaluations: The judges' verified evidence; from the end on it stands in the log alone.
 *         given_up: Judges whose evidence will not come.
 *         score: The panel's verdict, once complete.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Turn".
 */
export interface Turn {
  turn_id: string;
  seat_id: string;
  state: TurnState;
  outcome: Outcome | null;
  allowance_ms: number;
  opened_at: number | null;
  deadline: number | null;
  closed_at: number | null;
  returned_ms: number;
  stopped_ms: number;
  text: string;
  by_clock: boolean;
  draft: string;
  drafted_at: number | null;
  speaking: boolean;
  stretched: boolean;
  skip_votes: string[];
  quality: number | null;
  prepared: string;
  family: string;
  evaluations: Evaluation[];
  given_up: string[];
  score: AnswerScore | null;
}
/**
 * One judge's rubric levels for one answer.
 *
 *     Attributes:
 *         turn_id: The one answer that this cites.
 *         judge_id: The independent opinion that this is.
 *         family: Model family of the judge ("heuristic" for the offline judge).
 *         evidence: At most one entry per criterion; a missing criterion is missing, not zero.
 *         missed_points: Indices of the question's key points that the answer did not cover.
 *         flags: Stable codes for what a reader should know ("off_topic", "stuffing", "echo", "injection", ...).
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Evaluation".
 */
export interface Evaluation {
  turn_id: string;
  judge_id: string;
  family: string;
  evidence: CriterionEvidence[];
  missed_points: number[];
  flags: string[];
}
/**
 * One criterion's level and the verbatim words of the answer that earned it.
 *
 *     `quote` may be empty only for levels 1 and 2, where there is nothing to point at.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "CriterionEvidence".
 */
export interface CriterionEvidence {
  criterion: Criterion;
  level: Level;
  quote: string;
  reason: string;
}
/**
 * A panel's verdict on one answer: what the board is computed from.
 *
 *     Attributes:
 *         turn_id: The answer.
 *         seat_id: Whose answer it is.
 *         total: 0-100, two decimals; None while no valid evidence exists (missing, never 0 or 50).
 *         levels: Median level per criterion in `Criterion` order, 0.0 where no valid evidence exists.
 *         spread: Largest distance between two judges' totals, 0-100.
 *         judges: How many opinions count.
 *         provisional: True while evidence is missing (a judge or a criterion).
 *         floored: True for a timed-out, skipped or abandoned turn: scored at the explicit floor.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "AnswerScore".
 */
export interface AnswerScore {
  turn_id: string;
  seat_id: string;
  total: number | null;
  levels: number[];
  spread: number;
  judges: number;
  provisional: boolean;
  floored: boolean;
}
/**
 * The room waits for effects until an instant; `stretched` after it has turned to the offline ones.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Wait".
 */
export interface Wait {
  until: number;
  round_id: string | null;
  stretched: boolean;
}
/**
 * The ranking at one moment, best first; equal candidates in seat-id order.
 *
 *     It is practice only, not a hiring prediction: whoever shows a board shows `disclaimer` too.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Board".
 */
export interface Board {
  rows: BoardRow[];
  answers: number;
  comparisons: number;
}
/**
 * One candidate's line on the board.
 *
 *     Attributes:
 *         seat_id: The candidate.
 *         rank: 1 is best; tied candidates share the better rank.
 *         rank_best: Best rank that the evidence still allows.
 *         rank_worst: Worst rank that the evidence still allows.
 *         total: Mean of the answers' totals, 0-100, two decimals; None when nothing is scored yet.
 *         strength: Bradley-Terry log-strength, four decimals; only differences mean something.
 *         levels: Mean level per criterion in `Criterion` order, two decimals; 0.0 where unknown.
 *         movement: Ranks gained since the previous board (positive is up).
 *         because: The answers that came into the evidence since the previous board, when the rank moved.
 *         answers: How many answers count.
 *         provisional: True while some of this candidate's answers lack evidence.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "BoardRow".
 */
export interface BoardRow {
  seat_id: string;
  rank: number;
  rank_best: number;
  rank_worst: number;
  total: number | null;
  strength: number;
  levels: number[];
  movement: number;
  because: string[];
  answers: number;
  provisional: boolean;
}
/**
 * A seat's feedback.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "PersonalFeedback".
 */
export interface PersonalFeedback {
  seat_id: string;
  feedback: Feedback | null;
}
/**
 * What one candidate takes home.
 *
 *     Attributes:
 *         seat_id: The candidate.
 *         summary: One or two sentences: place, total, overall impression.
 *         strength: The strongest behaviour; None without any answer.
 *         obstacle: What costs most.
 *         drill: One exercise for the next week.
 *         rival: Comparison with the candidate just above.
 *         missed: Key points that were left out, the most important first, at most three.
 *         notice: The disclaimer.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Feedback".
 */
export interface Feedback {
  seat_id: string;
  summary: string;
  strength: FeedbackPoint | null;
  obstacle: FeedbackPoint;
  drill: string;
  rival: string;
  missed: MissedPoint[];
  notice: string;
}
/**
 * One observation.
 *
 *     Attributes:
 *         criterion: The aspect; None when it concerns turns without an answer.
 *         text: What to tell the candidate.
 *         quote: The candidate's own words, verbatim after `plain_text`; may be empty.
 *         turn_id: The turn that the quote or the observation comes from; None without one.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "FeedbackPoint".
 */
export interface FeedbackPoint {
  criterion: Criterion | null;
  text: string;
  quote: string;
  turn_id: string | null;
}
/**
 * A key point that an answer left out.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "MissedPoint".
 */
export interface MissedPoint {
  turn_id: string;
  question: string;
  point: string;
}
/**
 * Something said outside the interview.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "ChatMessage".
 */
export interface ChatMessage {
  at: number;
  seat_id: string;
  text: string;
}
/**
 * An event as it was told there: `name` and `data` as in the WebSocket's `event`.
 *
 *     Attributes:
 *         seq: Its place in the log; seqs that are missing tell of what one may not see from there.
 *         name: Which event, as `turn_opened`.
 *         data: Its fields.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "HappenedShape".
 */
export interface HappenedShape {
  seq: number;
  name: string;
  data: {
    /**
     * Any JSON.
     */
    [k: string]: {
      [k: string]: unknown;
    };
  };
}
/**
 * A room in a list.
 *
 *     Attributes:
 *         room_id, title, public, created_at: As its owner chose, and when.
 *         stage: Where the interview stands; None while the log waits for the operator.
 *         language, company, role: What the interview is for.
 *         host: The host's display name; empty without a host.
 *         people, ai, seats_free: Who sits there, and how many people still may as candidates.
 *         mine: One opened it.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "RoomCard".
 */
export interface RoomCard {
  room_id: string;
  title: string;
  public: boolean;
  created_at: number;
  mine: boolean;
  stage: Stage | null;
  language: Language | null;
  company: Company | null;
  role: JobRole | null;
  host: string;
  people: number;
  ai: number;
  seats_free: number;
}
/**
 * Rooms, the newest first.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "RoomList".
 */
export interface RoomList {
  rooms: RoomCard[];
}
/**
 * A room as one may see it: the same `room` as the WebSocket's snapshot.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "RoomSeenShape".
 */
export interface RoomSeenShape {
  room_id: string;
  title: string;
  public: boolean;
  you: You;
  room: RoomView;
}
/**
 * One's own place in a room.
 *
 *     Attributes:
 *         seat_id: One's place, taken or not.
 *         role: What one may sit as.
 *         seated: The place is taken.
 *         host: One gives the host's commands.
 *         owner: One opened the room.
 *         legal: The commands that one may give now.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "You".
 */
export interface You {
  seat_id: string;
  role: Role;
  seated: boolean;
  host: boolean;
  owner: boolean;
  legal: string[];
}
/**
 * What language models cost a room so far.
 *
 *     Attributes:
 *         usd: Everything together, by the price list that was in force.
 *         stood_in: How many pieces were done offline because no model answered.
 *         models: By model, the dearest first.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "RoomCosts".
 */
export interface RoomCosts {
  usd: number;
  stood_in: number;
  models: ModelCosts[];
}
/**
 * What one model did.
 *
 *     Attributes:
 *         model: `family:model`; `offline` for what no model did.
 *         pieces: Questions, answers, evaluations, comparisons and feedback that it made.
 *         input_tokens, cached_tokens, output_tokens: As the provider counted them; cached ones are input too.
 *         usd: What it cost, failed attempts included.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "ModelCosts".
 */
export interface ModelCosts {
  model: string;
  pieces: number;
  input_tokens: number;
  cached_tokens: number;
  output_tokens: number;
  usd: number;
}
/**
 * The owner's word that the document's text may be sent to the providers that the list names.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Consent".
 */
export interface Consent {
  consent: boolean;
}
/**
 * One's documents, the latest first.
 *
 *     Attributes:
 *         profilers: Providers of language models to whom `POST /api/documents/{document_id}/profile` may send a
 *             document, in the order in which they are asked; empty when that is switched off.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "DocumentList".
 */
export interface DocumentList {
  documents: DocumentSeen[];
  profilers: string[];
}
/**
 * What was read from a document.
 *
 *     Attributes:
 *         document_id: Names it in `POST /api/rooms/{room_id}/resume`.
 *         kind, name, at: What it is, what its file was called, and when it came.
 *         characters: How many were read.
 *         excerpt: How the text begins.
 *         facts: Lines that individual questions can be asked about; edit them when you share them.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "DocumentSeen".
 */
export interface DocumentSeen {
  document_id: string;
  kind: DocumentKind;
  name: string;
  at: number;
  characters: number;
  excerpt: string;
  facts: string[];
}
/**
 * A document with its whole text.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "DocumentText".
 */
export interface DocumentText {
  document: DocumentSeen;
  text: string;
}
/**
 * A question with 1 to 12 answers to it.
 *
 *     Attributes:
 *         question_id: A question of the bank or of one's own; its text and key points count.
 *         question: Any other question's text.
 *         kind, language: What that question is for, and which language is spoken.
 *         key_points: What a good answer covers.
 *         reference: A model answer, for questions with one right answer.
 *         answers: What to judge. They are not stored.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "WantedEvaluation".
 */
export interface WantedEvaluation {
  /**
   * @minItems 1
   * @maxItems 12
   */
  answers: GivenAnswer[];
  question_id?: string;
  question?: string;
  kind?: QuestionKind;
  language?: Language;
  /**
   * @maxItems 10
   */
  key_points?: string[];
  reference?: string;
}
/**
 * An answer, and a label of one's choice that tells it from the others.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "GivenAnswer".
 */
export interface GivenAnswer {
  label: string;
  text: string;
}
/**
 * A guest's display name, 1 to 40 characters.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "NewGuestBody".
 */
export interface NewGuestBody {
  name: string;
}
/**
 * A token, to be sent as `Authorization: Bearer`.
 *
 *     Attributes:
 *         token: Signed; it carries the display name.
 *         user_id: The person, the same in every room.
 *         name: The display name.
 *         expires_at: From then on it is good for nothing; refresh it before.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "SignedIn".
 */
export interface SignedIn {
  token: string;
  user_id: string;
  name: string;
  expires_at: number;
}
/**
 * How the process is; `reason` says why it is not ready.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Health".
 */
export interface Health {
  status: string;
  reason: string;
}
/**
 * An invitation: a text to enter with, the same in a link, and when both end.
 *
 *     Attributes:
 *         invitation: The text.
 *         link: A page that enters with it.
 *         code: For `POST /api/join`, as people write it: `K7QD-2MXA`. A room keeps one for each role; it is
 *             good for as long as the longest of the invitations that it came with, unless they are revoked.
 *         role: What its bearer may sit as.
 *         expires_at: When the text and the link end.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Invited".
 */
export interface Invited {
  invitation: string;
  link: string;
  code: string;
  role: Role;
  expires_at: number;
}
/**
 * An invitation to write: for whom, and for how long (ms).
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "NewInvitation".
 */
export interface NewInvitation {
  role?: Role;
  lifetime_ms?: number;
}
/**
 * What a code stands for: a room, and the invitation to enter it with.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Opened".
 */
export interface Opened {
  room_id: string;
  invitation: string;
  role: Role;
  expires_at: number;
}
/**
 * A code as somebody typed it: small letters, blanks and dashes are as good.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "TypedCode".
 */
export interface TypedCode {
  code: string;
}
/**
 * Who one is.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Me".
 */
export interface Me {
  user_id: string;
  name: string;
}
/**
 * The interviewers of the panel.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "InterviewerList".
 */
export interface InterviewerList {
  interviewers: InterviewerCard[];
}
/**
 * An interviewer; how strict they are is for the interview to show.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "InterviewerCard".
 */
export interface InterviewerCard {
  persona_id: string;
  name: Bilingual;
  title: Bilingual;
  style: Bilingual;
  competencies: Competency[];
}
/**
 * One text in Korean and in English.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Bilingual".
 */
export interface Bilingual {
  ko: string;
  en: string;
}
/**
 * A candidate as whoever picks an opponent may see it; how well it answers is for the interview to show.
 *
 *     Attributes:
 *         persona_id: Names it in `rivals` and in `add_ai_candidate`.
 *         own: One made it.
 *         toml: Its text; only of one's own.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "PersonaCard".
 */
export interface PersonaCard {
  persona_id: string;
  own: boolean;
  name: Bilingual;
  headline: Bilingual;
  company: Company | null;
  background: Bilingual;
  strengths: Bilingual[];
  blind_spots: Bilingual[];
  speaking_style: Bilingual;
  answer_patterns: Bilingual[];
  toml: string;
}
/**
 * Those that ship, then one's own.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "PersonaList".
 */
export interface PersonaList {
  personas: PersonaCard[];
}
/**
 * What a persona might say, written offline.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Sample".
 */
export interface Sample {
  persona_id: string;
  question: string;
  language: Language;
  text: string;
}
/**
 * What to answer: a question of the bank or one's own by id, or any text.
 *
 *     Attributes:
 *         kind: What a question given as text is for.
 *         language: Of the answer; a question of one's own has its own.
 *         seconds: Speaking time.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "SampleWanted".
 */
export interface SampleWanted {
  question_id?: string;
  question?: string;
  kind?: QuestionKind;
  language?: Language;
  seconds?: number;
}
/**
 * A candidate of one's own: the fields of `examples/persona.toml`. The same may be sent as TOML text.
 *
 *     Attributes:
 *         id: Lower-case letters, digits, hyphens; what marks it as one's own is put before it.
 *         name, headline: One text for both languages, or `{"ko": …, "en": …}`.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "WrittenPersona".
 */
export interface WrittenPersona {
  id: string;
  name:
    | string
    | {
        [k: string]: string;
      };
  headline:
    | string
    | {
        [k: string]: string;
      };
}
/**
 * A question of the bank, or of one's own.
 *
 *     Attributes:
 *         question_id: Names it in evaluations and sample answers.
 *         own: One wrote it.
 *         text: In `language`.
 *         key_points: What a good answer covers; only of one's own. The bank's stay for the judge to tell.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "QuestionEntry".
 */
export interface QuestionEntry {
  question_id: string;
  own: boolean;
  language: Language;
  kind: QuestionKind;
  competency: Competency;
  difficulty: number;
  seconds: number;
  company: Company | null;
  role: JobRole | null;
  text: string;
  key_points: string[];
}
/**
 * Some of the questions that match: own ones first.
 *
 *     Attributes:
 *         total: How many match in all.
 *         offset: How many of them stand before these.
 *         questions: These.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "QuestionPage".
 */
export interface QuestionPage {
  total: number;
  offset: number;
  questions: QuestionEntry[];
}
/**
 * Which question to answer again: its round, or its place in the interview from 1.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "ForkFrom".
 */
export interface ForkFrom {
  round_id?: string;
  question?: number;
}
/**
 * A command's outcome: `committed`, or `duplicate` for an id that was committed before.
 *
 *     Attributes:
 *         outcome: Which.
 *         seq: The seq of the first event that it led to.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Done".
 */
export interface Done {
  outcome: string;
  seq: number;
}
/**
 * How one comes in: with an invitation, or without one where one is known or the room is public.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Entry".
 */
export interface Entry {
  invitation?: string;
}
/**
 * A command, as over the WebSocket; `data` holds the arguments that its name calls for.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "GivenCommandShape".
 */
export interface GivenCommandShape {
  id: string;
  name: string;
  data?: {
    /**
     * Any JSON.
     */
    [k: string]: {
      [k: string]: unknown;
    };
  };
}
/**
 * The commands that one may give now.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Legal".
 */
export interface Legal {
  legal: string[];
}
/**
 * Settings to change; those that are left out keep their values.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "NewSettingsShape".
 */
export interface NewSettingsShape {
  settings: Settings;
}
/**
 * Which of one's documents to answer for, and its facts when they were edited.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "SharedResume".
 */
export interface SharedResume {
  document_id: string;
  facts?: string[] | null;
}
/**
 * A room to open, as `NewRoom`; `settings` holds what shall differ from the defaults.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "NewRoomShape".
 */
export interface NewRoomShape {
  title?: string;
  public?: boolean;
  settings?: Settings;
  /**
   * @maxItems 12
   */
  rivals?: string[];
  /**
   * @maxItems 12
   */
  panel?: string[];
  observe?: boolean;
}
/**
 * What its owner changes of a room's entry in lists; what is left out stays.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "RoomChanges".
 */
export interface RoomChanges {
  title?: string | null;
  public?: boolean | null;
}
/**
 * What this server can do with voices.
 *
 *     Attributes:
 *         transcribes: It turns recordings into text.
 *         speaks: It reads texts aloud.
 *         hearers: To whom recordings are sent, in the order in which they are asked.
 *         speakers: To whom texts are sent.
 *         longest_seconds, most_bytes: Larger recordings are refused.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "VoiceAbilities".
 */
export interface VoiceAbilities {
  transcribes: boolean;
  speaks: boolean;
  hearers: string[];
  speakers: string[];
  longest_seconds: number;
  most_bytes: number;
}
/**
 * What to read aloud: a question, by its round, or an AI candidate's answer, by its turn.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "WantedSpeech".
 */
export interface WantedSpeech {
  round_id: string;
  turn_id: string;
}
/**
 * A recording as text, to be read, corrected and submitted by whoever spoke; nothing of it is kept.
 *
 *     Attributes:
 *         text: What was said, without fillers.
 *         seconds: How long the recording is; null where nobody knows.
 *         pace: Syllables (Korean) or words (English) a minute; null where nobody knows.
 *         pauses: How often the speaker paused for 0.7 s or more; null where the model says no times.
 *         paused_seconds: All pauses together.
 *         fillers: By what was said, most often first.
 *         remarks: What may be told of it, in the reader's language; never a score.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "SpokenAnswer".
 */
export interface SpokenAnswer {
  text: string;
  seconds: number | null;
  pace: number | null;
  pauses: number | null;
  paused_seconds: number;
  fillers: FillerCount[];
  remarks: string[];
}
/**
 * A sound that fills silence, and how often it was made.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "FillerCount".
 */
export interface FillerCount {
  word: string;
  count: number;
}
/**
 * A report with the name and version of its format around it.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "ReportDocument".
 */
export interface ReportDocument {
  report: InterviewReport;
  format: string;
  version: number;
}
/**
 * An interview as one seat, or the public, may look back on it.
 *
 *     Attributes:
 *         room_id: The room.
 *         seat_id: Whose report it is; None for the public's.
 *         language: The language of the interview.
 *         company, role: What the interview was for; no company for a general one.
 *         preset: How long it was planned; None for a plan of its own.
 *         stage: Where it stands; everything below holds only what may be shown at that point.
 *         ended_early: The host or an empty room ended it.
 *         created_at, started_at, finished_at: Instants; None for what has not happened.
 *         latest_at: Instant of the latest event.
 *         candidates: In number order.
 *         panel: The interviewers.
 *         board: Everybody's result, best first; empty while no ranking may be shown.
 *         result: The seat's own line of the board.
 *         feedback: The seat's own feedback, with its missed key points.
 *         questions: In the order in which they were asked.
 *         timeline: The board after each closed round, as far as there was one to show.
 *         criteria, competencies: What the charts draw.
 *         summaries: Figures per candidate, and how the floor was shared out.
 *         deletions: Where a person's words were deleted from the log.
 *         notice: The disclaimer, in the language of the interview.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "InterviewReport".
 */
export interface InterviewReport {
  room_id: string;
  seat_id: string | null;
  language: Language;
  company: Company | null;
  role: JobRole;
  preset: Preset | null;
  stage: Stage;
  ended_early: boolean;
  created_at: number;
  started_at: number | null;
  finished_at: number | null;
  latest_at: number;
  candidates: CandidateEntry[];
  panel: InterviewerEntry[];
  board: SeatResult[];
  result: SeatResult | null;
  feedback: Feedback | null;
  questions: QuestionReport[];
  timeline: TimelinePoint[];
  criteria: CriterionFigure[];
  competencies: CompetencyFigure[];
  summaries: SeatSummary[];
  deletions: Deletion[];
  notice: string;
}
/**
 * A candidate as the report names them.
 *
 *     Attributes:
 *         seat_id: The place.
 *         number: Candidate number; 0 before the start.
 *         name: Display name; empty when it was deleted.
 *         headline: One line about an AI candidate.
 *         company: Of an AI candidate.
 *         ai: True for an AI candidate.
 *         own: True for the seat that the report is for.
 *         left: True for somebody who left before the end.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "CandidateEntry".
 */
export interface CandidateEntry {
  seat_id: string;
  number: number;
  name: string;
  headline: string;
  company: Company | null;
  ai: boolean;
  own: boolean;
  left: boolean;
}
/**
 * An interviewer, and how they judged.
 *
 *     Attributes:
 *         seat_id: The place.
 *         name: Display name.
 *         headline: The post.
 *         questions: How many questions they asked.
 *         opinions: How many answers they judged, as far as is shown.
 *         mean_level: Mean of the levels that they gave, 1-5, two decimals; None without any.
 *         lean: Mean distance of their level from the panel's on the same criterion of the same answer,
 *             in levels, two decimals; above 0 is more generous. None without a second opinion.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "InterviewerEntry".
 */
export interface InterviewerEntry {
  seat_id: string;
  name: string;
  headline: string;
  questions: number;
  opinions: number;
  mean_level: number | null;
  lean: number | null;
}
/**
 * One candidate's place on the latest board that is shown.
 *
 *     Attributes:
 *         seat_id: The candidate.
 *         rank: 1 is best; tied candidates share the better rank.
 *         rank_best, rank_worst: The ranks that the evidence allows.
 *         total: Mean of the answers' totals, 0-100; None when nothing is scored.
 *         levels: Mean level per criterion, in `Criterion` order.
 *         answers: How many answers count.
 *         provisional: True while evidence is missing.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "SeatResult".
 */
export interface SeatResult {
  seat_id: string;
  rank: number;
  rank_best: number;
  rank_worst: number;
  total: number | null;
  levels: CriterionLevel[];
  answers: number;
  provisional: boolean;
}
/**
 * A level for one criterion, 1-5; None where evidence is missing.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "CriterionLevel".
 */
export interface CriterionLevel {
  criterion: Criterion;
  level: number | null;
}
/**
 * One question and every answer to it that may be shown.
 *
 *     Attributes:
 *         round_id: The round.
 *         number: Place in the interview, from 1.
 *         stage, kind, competency: Part of the interview, and what the question is for.
 *         difficulty: 1 to 5.
 *         interviewer: The seat that asked.
 *         text: The question as it was asked.
 *         reason: Why a follow-up was asked; empty otherwise.
 *         parent: The answer that a follow-up or cross-reference question is about.
 *         shows: What a good answer shows; empty before the end.
 *         key_points: What a good answer covers; empty before the end.
 *         answers: In the order of speaking.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "QuestionReport".
 */
export interface QuestionReport {
  round_id: string;
  number: number;
  stage: Stage;
  kind: QuestionKind;
  competency: Competency;
  difficulty: number;
  interviewer: string;
  text: string;
  reason: string;
  parent: string | null;
  shows: string;
  key_points: string[];
  answers: AnswerReport[];
}
/**
 * One candidate's turn, as far as it may be shown.
 *
 *     Attributes:
 *         turn_id, seat_id: The turn and whose it is.
 *         outcome: How it ended; None while it is open.
 *         text: The answer; empty without one, or when it was deleted.
 *         text_deleted: The answer was given, and deleted since.
 *         by_clock: The latest draft was submitted when time ran out.
 *         opened_at: When the turn began.
 *         used_ms: Time used; of an AI candidate, the time that its speech takes, skipped or not.
 *         allowed_ms: Time allowed, with everything that was given back.
 *         total: The panel's verdict, 0-100; None while there is none to show.
 *         provisional: Evidence is missing.
 *         floored: Scored at the explicit floor, for a turn without an answer.
 *         spread: Largest distance between two interviewers' totals, 0-100.
 *         levels: Median level per criterion, in `Criterion` order; empty without a verdict.
 *         opinions: The interviewers' evidence.
 *         opinions_deleted: How many interviewers' evidence was deleted with the words it quoted.
 *         overlap: The most alike of the earlier answers to the same question; None for the first speaker.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "AnswerReport".
 */
export interface AnswerReport {
  turn_id: string;
  seat_id: string;
  outcome: Outcome | null;
  text: string;
  text_deleted: boolean;
  by_clock: boolean;
  opened_at: number;
  used_ms: number | null;
  allowed_ms: number;
  total: number | null;
  provisional: boolean;
  floored: boolean;
  spread: number;
  levels: CriterionLevel[];
  opinions: Opinion[];
  opinions_deleted: number;
  overlap: EarlierOverlap | null;
}
/**
 * One interviewer's verified evidence on one answer.
 *
 *     Attributes:
 *         interviewer: The seat that judged.
 *         family: Model family of the judge ("heuristic" for the offline one).
 *         evidence: At most one entry per criterion.
 *         flags: Codes for what a reader should know.
 *         missed_points: Indices of the question's key points that the answer did not cover.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Opinion".
 */
export interface Opinion {
  interviewer: string;
  family: string;
  evidence: QuotedLevel[];
  flags: string[];
  missed_points: number[];
}
/**
 * One interviewer's level for one criterion, the answer's own words for it, and the reason.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "QuotedLevel".
 */
export interface QuotedLevel {
  criterion: Criterion;
  level: number;
  quote: string;
  reason: string;
}
/**
 * The earlier answer to the same question that an answer is most like.
 *
 *     Attributes:
 *         seat_id, turn_id: Whose answer it was.
 *         ratio: 0-1, four decimals.
 *         flagged: True from the ratio on that texts of this length don't reach by chance.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "EarlierOverlap".
 */
export interface EarlierOverlap {
  seat_id: string;
  turn_id: string;
  ratio: number;
  flagged: boolean;
}
/**
 * The board as it stood when the question after this one was asked, or at the end.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "TimelinePoint".
 */
export interface TimelinePoint {
  round_id: string;
  number: number;
  places: Report_Place[];
}
/**
 * A candidate's rank and mean total (0-100) at one moment.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "interview_engine.reports.report.Place".
 */
export interface Report_Place {
  seat_id: string;
  rank: number;
  total: number | null;
}
/**
 * Every candidate's mean level for one criterion, 1-5.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "CriterionFigure".
 */
export interface CriterionFigure {
  criterion: Criterion;
  seats: SeatFigure[];
}
/**
 * One candidate's figure; None when unknown.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "SeatFigure".
 */
export interface SeatFigure {
  seat_id: string;
  value: number | null;
}
/**
 * Every candidate's mean total for the questions on one competency, 0-100, two decimals.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "CompetencyFigure".
 */
export interface CompetencyFigure {
  competency: Competency;
  questions: number;
  seats: SeatFigure[];
}
/**
 * One candidate's figures over the whole interview (see `scoring.SeatStatistics`).
 *
 *     Attributes:
 *         seat_id: The candidate.
 *         turns: Turns that they were given.
 *         turn_share: Part of all turns, 0-1, four decimals.
 *         answers: Turns with a total.
 *         unanswered: Turns scored at the floor.
 *         mean, best, worst: Of their totals, 0-100; None without any.
 *         deviation: Standard deviation of their totals.
 *         judge_spread: Mean distance between interviewers on one answer, 0-100.
 *         trend: Points of total gained per question; None below two questions.
 *         word_share: Part of all characters spoken in the room, 0-1, four decimals.
 *         time_used: Part of the allowed time that was used, 0-1, four decimals.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "SeatSummary".
 */
export interface SeatSummary {
  seat_id: string;
  turns: number;
  turn_share: number;
  answers: number;
  unanswered: number;
  mean: number | null;
  best: number | null;
  worst: number | null;
  deviation: number;
  judge_spread: number;
  trend: number | null;
  word_share: number;
  time_used: number;
}
/**
 * One text that is gone: what it was, whose, and of which turn.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Deletion".
 */
export interface Deletion {
  what: DeletedText;
  seat_id: string;
  turn_id: string | null;
}
/**
 * What language models can be expected to cost an interview.
 *
 *     Attributes:
 *         usd: Everything together; null when a model has no price.
 *         input_tokens, output_tokens: What it is computed from.
 *         measured: The day on which the tokens of such interviews were counted, YYYY-MM-DD.
 *         prices: The day of the price list, YYYY-MM-DD.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "ExpectedCosts".
 */
export interface ExpectedCosts {
  usd: number | null;
  input_tokens: number;
  output_tokens: number;
  measured: string;
  prices: string;
}
/**
 * Problem details (RFC 9457).
 *
 *     Attributes:
 *         type: A reference to the code's description on the documentation page.
 *         title: What kind of problem it is, in English.
 *         status: The HTTP status.
 *         detail: What happened this time, for developers; it quotes no content.
 *         code: Stable; one of the catalogue's.
 *         message: What to tell the person, in their language.
 *         request_id: Names the request in the server's log.
 *         errors: What is wrong with which field.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "Problem".
 */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  message: string;
  detail: string;
  request_id: string;
  errors: FieldProblem[];
}
/**
 * What is wrong with one field.
 *
 *     Attributes:
 *         field: Where it stands: `settings.difficulty`.
 *         message: What is wrong, for people or developers; it quotes no content.
 *
 * This interface was referenced by `HttpTypes`'s JSON-Schema
 * via the `definition` "FieldProblem".
 */
export interface FieldProblem {
  field: string;
  message: string;
}
