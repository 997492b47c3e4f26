// Sets the stage for the pictures: people, and rooms in every state that a screen has.
import { answersIn } from "../../tests/browser/answers.ts";
import { Person } from "../../tests/browser/person.ts";

const RIVALS = ["naver", "kakao", "toss"];
const PANEL = ["executive", "hr", "technical"];
const WORDS = {
  ko: { name: "김지원", title: "토스 백엔드 모의면접", lobby: "같이 연습하실 분" },
  en: { name: "Jiwon Kim", title: "Toss backend practice", lobby: "Practise with us" },
};

async function open(person, language, wanted = {}) {
  return person.open({
    title: WORDS[language].title,
    rivals: RIVALS,
    panel: PANEL,
    settings: { preset: "short", language, company: "toss", reading_ms: 0 },
    ...wanted,
  });
}

async function begun(person, language, until, pace) {
  const room = await open(person, language);
  await person.start(room);
  await person.play(room, answersIn(language), until, pace);
  return room;
}

const myTurn = (seen) =>
  seen.room.rounds.length >= 1 &&
  seen.room.current?.turns.some((turn) => turn.seat_id === seen.you.seat_id && turn.state === "open");
const listening = (seen) =>
  seen.room.rounds.length >= 1 &&
  seen.room.current?.turns.some((turn) => turn.seat_id !== seen.you.seat_id && turn.speaking);

/** As people listen and think, cut short: what is shown has times that are worth a look. */
const UNHURRIED = { listen: 3_000, think: 8_000 };

/**
 * Returns a stage in one language.
 *
 * @param unhurried Lets the interview that is looked back on take its time: a minute or two.
 */
export async function setStage(url, language, unhurried) {
  const me = await Person.enter(url, WORDS[language].name);
  const newcomer = await Person.enter(url, WORDS[language].name);
  const stranger = await Person.enter(url, language === "ko" ? "박이람" : "Iram Park");
  await open(stranger, language, { title: WORDS[language].lobby, public: true });
  const finished = await begun(me, language, undefined, unhurried ? UNHURRIED : undefined);
  const report = await me.report(finished);
  const asked = report.questions.findLast((one) => one.answers.some((a) => a.seat_id === report.seat_id));
  const fork = (await me.ask("POST", `/api/rooms/${finished}/fork`, { round_id: asked.round_id })).room_id;
  await me.play(fork, () => answersIn(language)(1));
  return {
    me,
    newcomer,
    rooms: {
      finished,
      fork,
      waiting: await open(me, language),
      mine: () => begun(me, language, myTurn),
      listening: () => begun(me, language, listening),
      unfinished: await begun(me, language, (seen) => seen.room.rounds.length >= 2),
    },
  };
}
