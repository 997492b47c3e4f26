'use strict';

// The interview as a boardgame.io game: candidates are players 0 to n-1, the panel is player n.
// Phases are the interview's stages, one pass of a phase is one question, a player turn is one answer.

const { INVALID_MOVE } = require('boardgame.io/core');
const { countDuel, countScore, emptyTallies, rank, total } = require('./board.js');

const players = (ctx) => Array.from({ length: ctx.numPlayers - 1 }, (_, index) => String(index));

const join = ({ G }, seat) => {
  G.seats.push(seat);
};

const ready = ({ G }, seat) => {
  G.ready.push(seat);
};

const start = ({ G }) => {
  G.started = true;
};

const addQuestion = ({ G }, question) => {
  G.upcoming.push(question);
};

const submitAnswer = ({ G, playerID, events }, turn, text) => {
  if (!text.trim() || text.length > 5000) return INVALID_MOVE;
  G.current.answers.push({ turn, seat: playerID, text, outcome: 'answered', evaluations: [], score: null });
  events.endTurn();
};

const skip = ({ G, playerID, events }, turn) => {
  G.current.answers.push({ turn, seat: playerID, text: '', outcome: 'skipped', evaluations: [], score: 0 });
  events.endTurn();
};

const answerTo = (G, turn) => {
  const inCurrent = G.current && G.current.answers.find((answer) => answer.turn === turn);
  if (inCurrent) return inCurrent;
  for (let index = G.rounds.length - 1; index >= 0; index -= 1) {
    const found = G.rounds[index].answers.find((answer) => answer.turn === turn);
    if (found) return found;
  }
  return undefined;
};

const evaluate = ({ G }, turn, evaluation) => {
  const answer = answerTo(G, turn);
  if (!answer || answer.score !== null) return INVALID_MOVE;
  const { text } = answer;
  const evidence = evaluation.evidence.filter((entry) => text.includes(entry.quote));
  answer.evaluations.push({ ...evaluation, evidence });
  answer.score = total(evidence.map((entry) => entry.level));
  countScore(G.tallies, answer.seat, answer.score);
  G.board = rank(G.tallies);
};

const compare = ({ G, ctx }, first, second, forward, backward) => {
  const one = answerTo(G, first);
  const other = answerTo(G, second);
  if (!one || !other) return INVALID_MOVE;
  const verdict = forward === backward ? forward : 'tie';
  G.comparisons.push({ first, second, forward, backward });
  countDuel(G.tallies, one.seat, other.seat, verdict);
  const answers = ctx.numPlayers - 1;
  if (G.comparisons.length % ((answers * (answers - 1)) / 2) === 0) G.board = rank(G.tallies);
};

const giveFeedback = ({ G }, seat, feedback) => {
  G.feedback.push({ seat, feedback });
};

const panelMoves = { addQuestion, evaluate, compare, giveFeedback };

// Every candidate leads equally often: the order rotates by one with each question put to all.
const rotating = {
  playOrder: ({ G, ctx }) => {
    const seats = players(ctx);
    const lead = G.rounds.length % seats.length;
    return [...seats.slice(lead), ...seats.slice(0, lead)];
  },
  first: () => 0,
  next: ({ ctx }) => (ctx.playOrderPos + 1 < ctx.playOrder.length ? ctx.playOrderPos + 1 : undefined),
};

function asking(panel, next) {
  return {
    onBegin: ({ G }) => {
      G.current = { question: G.upcoming.shift(), answers: [] };
    },
    onEnd: ({ G }) => {
      G.rounds.push(G.current);
      G.current = null;
    },
    endIf: ({ G, ctx }) => G.current !== null && G.current.answers.length === ctx.numPlayers - 1,
    next,
    turn: {
      order: rotating,
      activePlayers: { currentPlayer: 'answering', value: { [panel]: 'panel' } },
      stages: { answering: { moves: { submitAnswer, skip } }, panel: { moves: panelMoves } },
    },
  };
}

function interview({ candidates: seats, rounds }) {
  const panel = String(seats);
  return {
    name: 'interview',
    disableUndo: true,
    setup: ({ ctx }) => ({
      seats: [],
      ready: [],
      started: false,
      upcoming: [],
      current: null,
      rounds: [],
      tallies: emptyTallies(players(ctx)),
      comparisons: [],
      board: [],
      feedback: [],
    }),
    phases: {
      waiting: {
        start: true,
        moves: { join, ready, start, ...panelMoves },
        turn: { activePlayers: { all: '' } },
        endIf: ({ G }) => G.started && G.upcoming.length > 0,
        next: 'selfIntro',
      },
      selfIntro: asking(panel, 'common'),
      common: asking(panel, ({ G }) => (G.rounds.length < rounds - 1 ? 'common' : 'closing')),
      closing: asking(panel, 'deliberation'),
      deliberation: {
        moves: panelMoves,
        turn: { activePlayers: { value: { [panel]: '' } } },
      },
    },
    endIf: ({ G }) => (G.feedback.length ? { board: G.board } : undefined),
  };
}

module.exports = { interview };
