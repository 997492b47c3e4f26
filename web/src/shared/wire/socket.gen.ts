// Made by scripts/generate-wire.mjs from the server's documents. Do not edit.

/**
 * How difficulty follows the candidates' results.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "Adaptation".
 */
export type Adaptation = "fixed" | "adaptive";
/**
 * To whom a slot of the plan puts its question.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "Asked".
 */
export type Asked = "all" | "each" | "one";
/**
 * The language that a room speaks.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "Language".
 */
export type Language = "ko" | "en";
/**
 * The companies whose candidates and questions ship with the engine.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "Company".
 */
export type Company = "naver" | "kakao" | "toss" | "coupang" | "baemin" | "danggeun";
/**
 * The job that the interview is for.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "JobRole".
 */
export type JobRole = "backend" | "frontend" | "data" | "product";
/**
 * How long the interview is.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "Preset".
 */
export type Preset = "short" | "standard" | "full";
/**
 * Where an interview stands.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "Stage".
 */
export type Stage =
  | "waiting"
  | "self_intro"
  | "common"
  | "individual"
  | "follow_up"
  | "pressure"
  | "closing"
  | "deliberation"
  | "finished";
/**
 * What a question is for.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "QuestionKind".
 */
export type QuestionKind =
  | "self_introduction"
  | "motivation"
  | "common"
  | "experience"
  | "situational"
  | "technical"
  | "pressure"
  | "cross_reference"
  | "follow_up"
  | "closing";
/**
 * In which order candidates answer one question.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "OrderPolicy".
 */
export type OrderPolicy = "seat" | "rotating" | "shuffled" | "simultaneous" | "individual";
/**
 * When candidates see the ranking.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "Visibility".
 */
export type Visibility = "live" | "after_round" | "end";
/**
 * Which answer of a pair is better.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "Verdict".
 */
export type Verdict = "first" | "second" | "tie";
/**
 * What a question probes, and what a persona is strong or weak in.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "Competency".
 */
export type Competency =
  | "technical_depth"
  | "problem_solving"
  | "communication"
  | "collaboration"
  | "ownership"
  | "customer_focus"
  | "growth"
  | "company_fit";
/**
 * One aspect of an answer that every judge levels on its own.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "Criterion".
 */
export type Criterion = "relevance" | "evidence" | "structure" | "reasoning" | "reflection";
/**
 * A judge's level for one criterion, 1 (far below) to 5 (outstanding).
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "Level".
 */
export type Level = 1 | 2 | 3 | 4 | 5;
/**
 * Where a turn stands.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "TurnState".
 */
export type TurnState = "waiting" | "open" | "closed";
/**
 * How a turn ended.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "Outcome".
 */
export type Outcome = "answered" | "timed_out" | "skipped" | "abandoned" | "void";
/**
 * What a seat is for.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "SeatKind".
 */
export type SeatKind = "human" | "ai" | "interviewer" | "observer";

export interface SocketTypes {
  AccommodationSet?: AccommodationSet;
  Adaptation?: Adaptation;
  AddTimeArguments?: AddTimeArguments;
  AnswerScore?: AnswerScore;
  AnswerScored?: AnswerScored;
  Asked?: Asked;
  Board?: Board;
  BoardRow?: BoardRow;
  BoardUpdated?: BoardUpdated;
  ChangeSettingsArguments?: ChangeSettingsArguments;
  ChatMessage?: ChatMessage;
  ChatSent?: ChatSent;
  Company?: Company;
  Comparison?: Comparison;
  ComparisonRecorded?: ComparisonRecorded;
  Competency?: Competency;
  Criterion?: Criterion;
  CriterionEvidence?: CriterionEvidence;
  DeliberationBegan?: DeliberationBegan;
  DraftSaved?: DraftSaved;
  EndEarlyArguments?: EndEarlyArguments;
  Evaluation?: Evaluation;
  EvaluationRecorded?: EvaluationRecorded;
  Feedback?: Feedback;
  FeedbackPoint?: FeedbackPoint;
  FeedbackRecorded?: FeedbackRecorded;
  FeedbackRequested?: FeedbackRequested;
  HandOverHostArguments?: HandOverHostArguments;
  HostChanged?: HostChanged;
  InterviewFinished?: InterviewFinished;
  InterviewPaused?: InterviewPaused;
  InterviewResumed?: InterviewResumed;
  InterviewStarted?: InterviewStarted;
  JobRole?: JobRole;
  JoinRoomArguments?: JoinRoomArguments;
  KickSeatArguments?: KickSeatArguments;
  Language?: Language;
  LeaveRoomArguments?: LeaveRoomArguments;
  Level?: Level;
  Limits?: Limits;
  MissedPoint?: MissedPoint;
  OrderPolicy?: OrderPolicy;
  OutageNoted?: OutageNoted;
  Outcome?: Outcome;
  ParentRoom?: ParentRoom;
  Pause?: Pause;
  PauseInterviewArguments?: PauseInterviewArguments;
  PersonalFeedback?: PersonalFeedback;
  PresenceNoted?: PresenceNoted;
  Preset?: Preset;
  Question?: Question;
  QuestionAwaited?: QuestionAwaited;
  QuestionKind?: QuestionKind;
  ReadinessChanged?: ReadinessChanged;
  RemoveAiCandidateArguments?: RemoveAiCandidateArguments;
  RemoveInterviewerArguments?: RemoveInterviewerArguments;
  ResumeInterviewArguments?: ResumeInterviewArguments;
  ResumeShared?: ResumeShared;
  Room?: Room;
  RoomCreated?: RoomCreated;
  Round?: Round;
  RoundClosed?: RoundClosed;
  RoundOpened?: RoundOpened;
  SaveDraftArguments?: SaveDraftArguments;
  Seat?: Seat;
  SeatAbsent?: SeatAbsent;
  SeatKind?: SeatKind;
  SeatPersona?: SeatPersona;
  SeatTaken?: SeatTaken;
  SeatVacated?: SeatVacated;
  SendChatArguments?: SendChatArguments;
  SetAccommodationArguments?: SetAccommodationArguments;
  SetReadyArguments?: SetReadyArguments;
  Settings?: Settings;
  SettingsChanged?: SettingsChanged;
  SettingsInput?: SettingsInput;
  ShareResumeArguments?: ShareResumeArguments;
  SkipCandidateArguments?: SkipCandidateArguments;
  SkipQuestionArguments?: SkipQuestionArguments;
  SkipSpeechArguments?: SkipSpeechArguments;
  SkipTurnArguments?: SkipTurnArguments;
  Slot?: Slot;
  SlotInput?: SlotInput;
  SpeechSkipVoted?: SpeechSkipVoted;
  SpeechStarted?: SpeechStarted;
  Stage?: Stage;
  StartInterviewArguments?: StartInterviewArguments;
  SubmitAnswerArguments?: SubmitAnswerArguments;
  TimeGiven?: TimeGiven;
  Turn?: Turn;
  TurnClosed?: TurnClosed;
  TurnOpened?: TurnOpened;
  TurnState?: TurnState;
  Verdict?: Verdict;
  Visibility?: Visibility;
  Wait?: Wait;
  You?: You;
}
/**
 * A seat got more answer time for all its turns.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "AccommodationSet".
 */
export interface AccommodationSet {
  at: number;
  seat_id: string;
  time_percent: number;
}
/**
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "AddTimeArguments".
 */
export interface AddTimeArguments {
  turn_id: string;
  ms: number;
}
/**
 * A panel's verdict on one answer: what the board is computed from.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "AnswerScore".
 */
export interface AnswerScore {
  /**
   * The answer.
   */
  turn_id: string;
  /**
   * Whose answer it is.
   */
  seat_id: string;
  /**
   * 0-100, two decimals; null while no valid evidence exists (missing, never 0 or 50).
   */
  total: number | null;
  /**
   * Median level per criterion in `Criterion` order, 0.0 where no valid evidence exists.
   */
  levels: number[];
  /**
   * Largest distance between two judges' totals, 0-100.
   */
  spread: number;
  /**
   * How many opinions count.
   */
  judges: number;
  /**
   * True while evidence is missing (a judge or a criterion).
   */
  provisional: boolean;
  /**
   * True for a timed-out, skipped or abandoned turn: scored at the explicit floor.
   */
  floored: boolean;
}
/**
 * The panel's verdict on one answer is complete.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "AnswerScored".
 */
export interface AnswerScored {
  at: number;
  seat_id: string;
  turn_id: string;
  score: AnswerScore;
}
/**
 * The ranking at one moment, best first; equal candidates in seat-id order.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
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
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "BoardRow".
 */
export interface BoardRow {
  /**
   * The candidate.
   */
  seat_id: string;
  /**
   * 1 is best; tied candidates share the better rank.
   */
  rank: number;
  /**
   * Best rank that the evidence still allows.
   */
  rank_best: number;
  /**
   * Worst rank that the evidence still allows.
   */
  rank_worst: number;
  /**
   * Mean of the answers' totals, 0-100, two decimals; null when nothing is scored yet.
   */
  total: number | null;
  /**
   * Bradley-Terry log-strength, four decimals; only differences mean something.
   */
  strength: number;
  /**
   * Mean level per criterion in `Criterion` order, two decimals; 0.0 where unknown.
   */
  levels: number[];
  /**
   * Ranks gained since the previous board (positive is up).
   */
  movement: number;
  /**
   * The answers that came into the evidence since the previous board, when the rank moved.
   */
  because: string[];
  /**
   * How many answers count.
   */
  answers: number;
  /**
   * True while some of this candidate's answers lack evidence.
   */
  provisional: boolean;
}
/**
 * The ranking, computed from all evidence so far.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "BoardUpdated".
 */
export interface BoardUpdated {
  at: number;
  board: Board;
}
/**
 * Settings to change; those that are left out keep their values.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "ChangeSettingsArguments".
 */
export interface ChangeSettingsArguments {
  settings: SettingsInput;
}
/**
 * Everything about a room that its host chooses before the start.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "SettingsInput".
 */
export interface SettingsInput {
  /**
   * The language that is spoken.
   */
  language?: Language;
  /**
   * Whose interview it is; null for a general one.
   */
  company?: Company | null;
  /**
   * The job.
   */
  role?: JobRole;
  /**
   * Names the plan that is used when `plan` is empty.
   */
  preset?: Preset;
  /**
   * The slots in order; empty means the preset's.
   */
  plan?: SlotInput[];
  /**
   * 1 to 5.
   */
  difficulty?: number;
  /**
   * How difficulty moves.
   */
  adaptation?: Adaptation;
  /**
   * Turn order for questions put to all.
   */
  order?: OrderPolicy;
  /**
   * When the ranking is shown to seats.
   */
  visibility?: Visibility;
  /**
   * Follow-ups that each interviewer may ask, 0 to 10.
   */
  follow_up_budget?: number;
  /**
   * Extra time on top of the answer time, for reading the question.
   */
  reading_ms?: number;
  /**
   * How long a seat is held for its owner before its turns are given up.
   */
  disconnect_grace_ms?: number;
  /**
   * Most answer time that one turn gets back for its owner's disconnects.
   */
  disconnect_cap_ms?: number;
  /**
   * How long the room waits for a question before it turns to the offline one.
   */
  question_patience_ms?: number;
  /**
   * The same for an AI candidate's answer once its turn is open.
   */
  answer_patience_ms?: number;
  /**
   * The same for judging and feedback at the end.
   */
  judging_patience_ms?: number;
  /**
   * A paused room with nobody in it ends after this time.
   */
  dormant_ms?: number;
  /**
   * Most pairs compared per round; 0 for the default (all up to 7 candidates).
   */
  comparison_budget?: number;
}
/**
 * One place in the plan: what kind of question, to whom, for how long.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "SlotInput".
 */
export interface SlotInput {
  stage: Stage;
  kind: QuestionKind;
  asked?: Asked;
  answer_ms?: number;
  order?: OrderPolicy | null;
  follow_ups?: boolean;
}
/**
 * Something said outside the interview.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "ChatMessage".
 */
export interface ChatMessage {
  at: number;
  seat_id: string;
  text: string;
}
/**
 * Somebody said something outside the interview.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "ChatSent".
 */
export interface ChatSent {
  at: number;
  seat_id: string;
  text: string;
}
/**
 * One judge's verdict on a pair of answers to the same question, seen in both orders.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "Comparison".
 */
export interface Comparison {
  first: string;
  second: string;
  judge_id: string;
  family: string;
  forward: Verdict;
  backward: Verdict;
}
/**
 * One judge's verdicts on a pair.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "ComparisonRecorded".
 */
export interface ComparisonRecorded {
  at: number;
  round_id: string;
  comparison: Comparison;
}
/**
 * One criterion's level and the verbatim words of the answer that earned it.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "CriterionEvidence".
 */
export interface CriterionEvidence {
  criterion: Criterion;
  level: Level;
  quote: string;
  reason: string;
}
/**
 * No more questions; the panel judges. `until` is how long the room waits for it.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "DeliberationBegan".
 */
export interface DeliberationBegan {
  at: number;
  until: number;
  early: boolean;
}
/**
 * A candidate's answer so far.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "DraftSaved".
 */
export interface DraftSaved {
  at: number;
  seat_id: string;
  turn_id: string;
  text: string;
}
/**
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "EndEarlyArguments".
 */
export interface EndEarlyArguments {}
/**
 * One judge's rubric levels for one answer.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "Evaluation".
 */
export interface Evaluation {
  /**
   * The one answer that this cites.
   */
  turn_id: string;
  /**
   * The independent opinion that this is.
   */
  judge_id: string;
  /**
   * Model family of the judge ("heuristic" for the offline judge).
   */
  family: string;
  /**
   * At most one entry per criterion; a missing criterion is missing, not zero.
   */
  evidence: CriterionEvidence[];
  /**
   * Indices of the question's key points that the answer did not cover.
   */
  missed_points: number[];
  /**
   * Stable codes for what a reader should know ("off_topic", "stuffing", "echo", "injection", ...).
   */
  flags: string[];
}
/**
 * One judge's verified evidence on one answer; it may quote the answer, so it is its owner's.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "EvaluationRecorded".
 */
export interface EvaluationRecorded {
  at: number;
  seat_id: string;
  turn_id: string;
  judge: string;
  evaluation: Evaluation | null;
}
/**
 * What one candidate takes home.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "Feedback".
 */
export interface Feedback {
  /**
   * The candidate.
   */
  seat_id: string;
  /**
   * One or two sentences: place, total, overall impression.
   */
  summary: string;
  /**
   * The strongest behaviour; null without any answer.
   */
  strength: FeedbackPoint | null;
  /**
   * What costs most.
   */
  obstacle: FeedbackPoint;
  /**
   * One exercise for the next week.
   */
  drill: string;
  /**
   * Comparison with the candidate just above.
   */
  rival: string;
  /**
   * Key points that were left out, the most important first, at most three.
   */
  missed: MissedPoint[];
  /**
   * The disclaimer.
   */
  notice: string;
}
/**
 * One observation.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "FeedbackPoint".
 */
export interface FeedbackPoint {
  /**
   * The aspect; null when it concerns turns without an answer.
   */
  criterion: Criterion | null;
  /**
   * What to tell the candidate.
   */
  text: string;
  /**
   * The candidate's own words, verbatim after `plain_text`; may be empty.
   */
  quote: string;
  /**
   * The turn that the quote or the observation comes from; null without one.
   */
  turn_id: string | null;
}
/**
 * A key point that an answer left out.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "MissedPoint".
 */
export interface MissedPoint {
  turn_id: string;
  question: string;
  point: string;
}
/**
 * One person's feedback; for their eyes.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "FeedbackRecorded".
 */
export interface FeedbackRecorded {
  at: number;
  seat_id: string;
  feedback: Feedback | null;
}
/**
 * The final board stands; these people get feedback.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "FeedbackRequested".
 */
export interface FeedbackRequested {
  at: number;
  seats: string[];
  until: number;
}
/**
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "HandOverHostArguments".
 */
export interface HandOverHostArguments {
  seat_id: string;
}
/**
 * Another person is the host now.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "HostChanged".
 */
export interface HostChanged {
  at: number;
  seat_id: string | null;
}
/**
 * The end. The seed is revealed, so that everybody can check the draws.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "InterviewFinished".
 */
export interface InterviewFinished {
  at: number;
  seed: string;
  early: boolean;
  rounds: Round[];
  board: Board;
}
/**
 * One question put to one or more candidates.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "Round".
 */
export interface Round {
  /**
   * The round.
   */
  round_id: string;
  /**
   * Place in the plan that it came from.
   */
  slot: number;
  /**
   * Part of the interview, and what the question is for.
   */
  stage: Stage;
  /**
   * Part of the interview, and what the question is for.
   */
  kind: QuestionKind;
  /**
   * The seat that asks.
   */
  interviewer: string;
  /**
   * The turn-order policy, recorded here.
   */
  order: OrderPolicy;
  /**
   * Who answers, in order.
   */
  candidates: string[];
  /**
   * What the question should probe; null leaves it to the writer.
   */
  competency: Competency | null;
  /**
   * Asked-for difficulty, 1 to 5.
   */
  difficulty: number;
  /**
   * Time for one answer before accommodation.
   */
  answer_ms: number;
  /**
   * The answer that a follow-up or cross-reference question is about.
   */
  parent: string | null;
  /**
   * Once written.
   */
  question: Question | null;
  /**
   * When the question was asked; null before.
   */
  opened_at: number | null;
  /**
   * All write at once; answers are public only when the round is closed.
   */
  simultaneous: boolean;
  /**
   * The answers are public.
   */
  revealed: boolean;
  /**
   * Every turn has ended.
   */
  closed: boolean;
  /**
   * One per candidate, in order.
   */
  turns: Turn[];
}
/**
 * A question put to one or more candidates.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "Question".
 */
export interface Question {
  /**
   * The bank's id, or an id that its writer made.
   */
  question_id: string;
  /**
   * What it is for.
   */
  kind: QuestionKind;
  /**
   * As the interviewer says it.
   */
  text: string;
  /**
   * Why this follow-up is asked, shown to people; empty otherwise.
   */
  reason: string;
  /**
   * What it probes.
   */
  competency: Competency;
  /**
   * 1 to 5.
   */
  difficulty: number;
  /**
   * The writer's suggestion for the answer time, which a room's own plan overrides; null leaves the plan's.
   */
  answer_ms: number | null;
  /**
   * What a good answer covers; hidden until the end.
   */
  key_points: string[];
  /**
   * What a good answer shows; hidden until the end.
   */
  shows: string;
}
/**
 * One candidate's slot in a round.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "Turn".
 */
export interface Turn {
  /**
   * The slot and whose it is.
   */
  turn_id: string;
  /**
   * The slot and whose it is.
   */
  seat_id: string;
  /**
   * Where it stands and how it ended.
   */
  state: TurnState;
  /**
   * Where it stands and how it ended.
   */
  outcome: Outcome | null;
  /**
   * Time to answer, with reading time and the seat's accommodation.
   */
  allowance_ms: number;
  /**
   * Instants; the deadline itself is late.
   */
  opened_at: number | null;
  /**
   * Instants; the deadline itself is late.
   */
  deadline: number | null;
  /**
   * Instants; the deadline itself is late.
   */
  closed_at: number | null;
  /**
   * Time given back for the owner's disconnects, up to the room's cap.
   */
  returned_ms: number;
  /**
   * How long its clock stood still in pauses and outages.
   */
  stopped_ms: number;
  /**
   * The answer.
   */
  text: string;
  /**
   * The latest draft was submitted when time ran out.
   */
  by_clock: boolean;
  /**
   * The latest saved draft and its instant.
   */
  draft: string;
  /**
   * The latest saved draft and its instant.
   */
  drafted_at: number | null;
  /**
   * An AI candidate is speaking; `deadline` is then the end of the speech.
   */
  speaking: boolean;
  /**
   * Humans who want to skip ahead of the speech.
   */
  skip_votes: string[];
  /**
   * The judges' verified evidence; from the end on it stands in the log alone.
   */
  evaluations: Evaluation[];
  /**
   * The panel's verdict, once complete.
   */
  score: AnswerScore | null;
}
/**
 * Every clock stopped. `by` is null when the room paused itself because nobody was there.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "InterviewPaused".
 */
export interface InterviewPaused {
  at: number;
  by: string | null;
  empty: boolean;
}
/**
 * The clocks go on; `lost_ms` was given back.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "InterviewResumed".
 */
export interface InterviewResumed {
  at: number;
  lost_ms: number;
}
/**
 * The interview began with the plan's first stage; candidates are numbered in this order.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "InterviewStarted".
 */
export interface InterviewStarted {
  at: number;
  order: string[];
  stage: Stage;
}
/**
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "JoinRoomArguments".
 */
export interface JoinRoomArguments {
  name: string;
  observer?: boolean;
}
/**
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "KickSeatArguments".
 */
export interface KickSeatArguments {
  seat_id: string;
}
/**
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "LeaveRoomArguments".
 */
export interface LeaveRoomArguments {}
/**
 * What the server holds a client to.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "Limits".
 */
export interface Limits {
  /**
   * Bytes.
   */
  largest_frame: number;
  /**
   * Sustained rate; short bursts may be faster.
   */
  frames_per_second: number;
  /**
   * Drafts that come faster are refused.
   */
  draft_every_ms: number;
}
/**
 * The service was down; `lost_ms` was given back.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "OutageNoted".
 */
export interface OutageNoted {
  at: number;
  since: number;
  lost_ms: number;
}
/**
 * Where a forked room comes from.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "ParentRoom".
 */
export interface ParentRoom {
  room_id: string;
  seq: number;
  hash: string;
}
/**
 * Every clock stands still. `empty`: nobody was there, so the first return resumes.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "Pause".
 */
export interface Pause {
  since: number;
  by: string | null;
  empty: boolean;
}
/**
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "PauseInterviewArguments".
 */
export interface PauseInterviewArguments {}
/**
 * A seat's feedback.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "PersonalFeedback".
 */
export interface PersonalFeedback {
  seat_id: string;
  feedback: Feedback | null;
}
/**
 * A seat's owner was disconnected, or is back.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "PresenceNoted".
 */
export interface PresenceNoted {
  at: number;
  seat_id: string;
  connected: boolean;
}
/**
 * The room waits for a question; at `until` it turns to the offline one, and then goes on without.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "QuestionAwaited".
 */
export interface QuestionAwaited {
  at: number;
  round_id: string;
  until: number;
}
/**
 * A candidate is ready, or no longer.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "ReadinessChanged".
 */
export interface ReadinessChanged {
  at: number;
  seat_id: string;
  ready: boolean;
}
/**
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "RemoveAiCandidateArguments".
 */
export interface RemoveAiCandidateArguments {
  seat_id: string;
}
/**
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "RemoveInterviewerArguments".
 */
export interface RemoveInterviewerArguments {
  seat_id: string;
}
/**
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "ResumeInterviewArguments".
 */
export interface ResumeInterviewArguments {}
/**
 * A candidate handed in facts from a résumé.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "ResumeShared".
 */
export interface ResumeShared {
  at: number;
  seat_id: string;
  facts: string[];
}
/**
 * A room, as its log tells it.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "Room".
 */
export interface Room {
  /**
   * Identity, and the room that it was forked from.
   */
  room_id: string;
  /**
   * Identity, and the room that it was forked from.
   */
  parent: ParentRoom | null;
  /**
   * Identity, and the room that it was forked from.
   */
  created_at: number;
  /**
   * How many events were folded, and the latest event's instant.
   */
  seq: number;
  /**
   * How many events were folded, and the latest event's instant.
   */
  now: number;
  /**
   * Fixed or chosen at creation.
   */
  rules_version: number;
  /**
   * Fixed or chosen at creation.
   */
  settings: Settings;
  /**
   * Fixed or chosen at creation.
   */
  seed_commitment: string;
  revealed_seed: string;
  /**
   * Where the interview stands.
   */
  stage: Stage;
  /**
   * The seat that may give operator commands.
   */
  host: string | null;
  /**
   * Everybody in the room, in order of arrival.
   */
  seats: Seat[];
  /**
   * Seats of people whom the host removed: they don't come back.
   */
  removed: string[];
  /**
   * Candidates in the order of their numbers, from the start on.
   */
  order: string[];
  /**
   * Set while the clocks stand still.
   */
  paused: Pause | null;
  /**
   * The next slot of the plan to be planned.
   */
  next_slot: number;
  /**
   * The round being answered.
   */
  current: Round | null;
  /**
   * Closed rounds, oldest first.
   */
  rounds: Round[];
  /**
   * What the room waits for between rounds and at the end.
   */
  wait: Wait | null;
  /**
   * The latest ranking; `round_board` the one at the latest closed round.
   */
  board: Board;
  round_board: Board;
  /**
   * People who still wait for feedback, and what was written.
   */
  feedback_due: string[];
  /**
   * People who still wait for feedback, and what was written.
   */
  feedback: PersonalFeedback[];
  /**
   * The latest messages.
   */
  chat: ChatMessage[];
  /**
   * The host or an empty room ended it.
   */
  ended_early: boolean;
}
/**
 * Everything about a room that its host chooses before the start.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "Settings".
 */
export interface Settings {
  /**
   * The language that is spoken.
   */
  language: Language;
  /**
   * Whose interview it is; null for a general one.
   */
  company: Company | null;
  /**
   * The job.
   */
  role: JobRole;
  /**
   * Names the plan that is used when `plan` is empty.
   */
  preset: Preset;
  /**
   * The slots in order; empty means the preset's.
   */
  plan: Slot[];
  /**
   * 1 to 5.
   */
  difficulty: number;
  /**
   * How difficulty moves.
   */
  adaptation: Adaptation;
  /**
   * Turn order for questions put to all.
   */
  order: OrderPolicy;
  /**
   * When the ranking is shown to seats.
   */
  visibility: Visibility;
  /**
   * Follow-ups that each interviewer may ask, 0 to 10.
   */
  follow_up_budget: number;
  /**
   * Extra time on top of the answer time, for reading the question.
   */
  reading_ms: number;
  /**
   * How long a seat is held for its owner before its turns are given up.
   */
  disconnect_grace_ms: number;
  /**
   * Most answer time that one turn gets back for its owner's disconnects.
   */
  disconnect_cap_ms: number;
  /**
   * How long the room waits for a question before it turns to the offline one.
   */
  question_patience_ms: number;
  /**
   * The same for an AI candidate's answer once its turn is open.
   */
  answer_patience_ms: number;
  /**
   * The same for judging and feedback at the end.
   */
  judging_patience_ms: number;
  /**
   * A paused room with nobody in it ends after this time.
   */
  dormant_ms: number;
  /**
   * Most pairs compared per round; 0 for the default (all up to 7 candidates).
   */
  comparison_budget: number;
}
/**
 * One place in the plan: what kind of question, to whom, for how long.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
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
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "Seat".
 */
export interface Seat {
  /**
   * The place.
   */
  seat_id: string;
  /**
   * What it is for.
   */
  kind: SeatKind;
  /**
   * Display name.
   */
  name: string;
  /**
   * One line about an AI candidate or an interviewer's post.
   */
  headline: string;
  /**
   * Of an AI candidate or an interviewer.
   */
  persona_id: string | null;
  /**
   * Of an AI candidate or an interviewer.
   */
  company: Company | null;
  /**
   * Candidate number, given at the start; 0 before.
   */
  number: number;
  /**
   * A human candidate is ready to start.
   */
  ready: boolean;
  /**
   * Accommodation: share of the normal answer time, 100 to 300.
   */
  time_percent: number;
  /**
   * What was read from the owner's résumé; only its owner sees it.
   */
  facts: string[];
  /**
   * When the owner was last seen, while disconnected.
   */
  away_since: number | null;
  /**
   * The owner was away longer than the grace; turns are given up until the return.
   */
  absent: boolean;
  /**
   * The owner left for good or was removed after the start.
   */
  left: boolean;
}
/**
 * The room waits for effects until an instant; `stretched` after it has turned to the offline ones.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "Wait".
 */
export interface Wait {
  until: number;
  round_id: string | null;
}
/**
 * A room was opened. The seed stays secret until the end; its commitment is public.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "RoomCreated".
 */
export interface RoomCreated {
  at: number;
  room_id: string;
  settings: Settings;
  rules_version: number;
  seed_commitment: string;
  parent: ParentRoom | null;
}
/**
 * Every turn of the round has ended; its answers are public, and these pairs will be compared.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "RoundClosed".
 */
export interface RoundClosed {
  at: number;
  round_id: string;
  turns: Turn[];
  board: Board;
}
/**
 * A question was asked. The order, the times and the AI candidates' drawn qualities are in its turns.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "RoundOpened".
 */
export interface RoundOpened {
  at: number;
  round: Round;
}
/**
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "SaveDraftArguments".
 */
export interface SaveDraftArguments {
  turn_id: string;
  text: string;
}
/**
 * A seat's owner stayed away longer than the grace.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "SeatAbsent".
 */
export interface SeatAbsent {
  at: number;
  seat_id: string;
}
/**
 * Arguments that seat a persona. Without `seat_id` the place is named after the command.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "SeatPersona".
 */
export interface SeatPersona {
  persona_id: string;
  seat_id?: string;
}
/**
 * Somebody took a seat: a person, an AI candidate or an interviewer. A person's name is personal.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "SeatTaken".
 */
export interface SeatTaken {
  at: number;
  seat_id: string;
  seat: Seat;
  name: string;
}
/**
 * A seat was given up, or its owner was removed (`removed`).
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "SeatVacated".
 */
export interface SeatVacated {
  at: number;
  seat_id: string;
  removed: boolean;
}
/**
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "SendChatArguments".
 */
export interface SendChatArguments {
  text: string;
}
/**
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "SetAccommodationArguments".
 */
export interface SetAccommodationArguments {
  seat_id: string;
  time_percent: number;
}
/**
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "SetReadyArguments".
 */
export interface SetReadyArguments {
  ready?: boolean;
}
/**
 * The host changed the settings.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "SettingsChanged".
 */
export interface SettingsChanged {
  at: number;
  settings: Settings;
}
/**
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "ShareResumeArguments".
 */
export interface ShareResumeArguments {
  facts: string[];
}
/**
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "SkipCandidateArguments".
 */
export interface SkipCandidateArguments {
  turn_id: string;
}
/**
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "SkipQuestionArguments".
 */
export interface SkipQuestionArguments {
  round_id: string;
}
/**
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "SkipSpeechArguments".
 */
export interface SkipSpeechArguments {
  turn_id: string;
}
/**
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "SkipTurnArguments".
 */
export interface SkipTurnArguments {
  turn_id: string;
}
/**
 * A person wants to skip ahead of a speech.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "SpeechSkipVoted".
 */
export interface SpeechSkipVoted {
  at: number;
  seat_id: string;
  turn_id: string;
}
/**
 * An AI candidate speaks its prepared answer until `ends_at`.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "SpeechStarted".
 */
export interface SpeechStarted {
  at: number;
  seat_id: string;
  turn_id: string;
  ends_at: number;
  text: string;
}
/**
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "StartInterviewArguments".
 */
export interface StartInterviewArguments {}
/**
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "SubmitAnswerArguments".
 */
export interface SubmitAnswerArguments {
  turn_id: string;
  text: string;
}
/**
 * An open turn got more time: from the host, or back for its owner's disconnect (`returned`).
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "TimeGiven".
 */
export interface TimeGiven {
  at: number;
  seat_id: string;
  turn_id: string;
  ms: number;
  returned: boolean;
}
/**
 * A turn ended. `text` is a person's answer; an AI candidate's is what it prepared.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "TurnClosed".
 */
export interface TurnClosed {
  at: number;
  seat_id: string;
  turn_id: string;
  outcome: Outcome;
  by_clock: boolean;
  text: string;
}
/**
 * A turn began. For an AI candidate `deadline` is how long the room waits for its answer.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "TurnOpened".
 */
export interface TurnOpened {
  at: number;
  turn_id: string;
  deadline: number;
}
/**
 * Who the client is in this room.
 *
 * This interface was referenced by `SocketTypes`'s JSON-Schema
 * via the `definition` "You".
 */
export interface You {
  /**
   * The client's place, taken or not.
   */
  seat_id: string;
  /**
   * What one may sit as: `candidate` or `observer`.
   */
  role: string;
  /**
   * Whether one opened the room.
   */
  owner: boolean;
}

/** Every command by its name on the wire. */
export interface Commands {
  add_ai_candidate: SeatPersona;
  add_interviewer: SeatPersona;
  add_time: AddTimeArguments;
  change_settings: ChangeSettingsArguments;
  end_early: EndEarlyArguments;
  hand_over_host: HandOverHostArguments;
  join_room: JoinRoomArguments;
  kick_seat: KickSeatArguments;
  leave_room: LeaveRoomArguments;
  pause_interview: PauseInterviewArguments;
  remove_ai_candidate: RemoveAiCandidateArguments;
  remove_interviewer: RemoveInterviewerArguments;
  resume_interview: ResumeInterviewArguments;
  save_draft: SaveDraftArguments;
  send_chat: SendChatArguments;
  set_accommodation: SetAccommodationArguments;
  set_ready: SetReadyArguments;
  share_resume: ShareResumeArguments;
  skip_candidate: SkipCandidateArguments;
  skip_question: SkipQuestionArguments;
  skip_speech: SkipSpeechArguments;
  skip_turn: SkipTurnArguments;
  start_interview: StartInterviewArguments;
  submit_answer: SubmitAnswerArguments;
}

/** Every event by its name on the wire. */
export interface Events {
  accommodation_set: AccommodationSet;
  answer_scored: AnswerScored;
  board_updated: BoardUpdated;
  chat_sent: ChatSent;
  comparison_recorded: ComparisonRecorded;
  deliberation_began: DeliberationBegan;
  draft_saved: DraftSaved;
  evaluation_recorded: EvaluationRecorded;
  feedback_recorded: FeedbackRecorded;
  feedback_requested: FeedbackRequested;
  host_changed: HostChanged;
  interview_finished: InterviewFinished;
  interview_paused: InterviewPaused;
  interview_resumed: InterviewResumed;
  interview_started: InterviewStarted;
  outage_noted: OutageNoted;
  presence_noted: PresenceNoted;
  question_awaited: QuestionAwaited;
  readiness_changed: ReadinessChanged;
  resume_shared: ResumeShared;
  room_created: RoomCreated;
  round_closed: RoundClosed;
  round_opened: RoundOpened;
  seat_absent: SeatAbsent;
  seat_taken: SeatTaken;
  seat_vacated: SeatVacated;
  settings_changed: SettingsChanged;
  speech_skip_voted: SpeechSkipVoted;
  speech_started: SpeechStarted;
  time_given: TimeGiven;
  turn_closed: TurnClosed;
  turn_opened: TurnOpened;
}
