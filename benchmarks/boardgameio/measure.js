'use strict';

// Plays the script of an interview through boardgame.io's own reducer, as often as standard input asks.
// One line in, `<mode> <times>`; one line out, JSON with the microseconds of processor time that it took.
//
// reduced:  the reducer alone
// logged:   the reducer, and JSON of each action's new log entries, which is what its log keeps
// stored:   the reducer, and JSON of the state and the new log entries, which is what its storage is given

const fs = require('node:fs');
const readline = require('node:readline');
const { CreateGameReducer, InitializeGame } = require('boardgame.io/internal');
const { interview } = require('./game.js');

const script = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const panel = String(script.candidates);
const game = interview(script);
const reducer = CreateGameReducer({ game });

const move = (type, args, playerID) => ({ type: 'MAKE_MOVE', payload: { type, args, playerID } });
const seen = { transitions: 0, bytes: 0, answers: 0, evaluations: 0, comparisons: 0 };

const record = {
  reduced: () => 0,
  logged: (state) => JSON.stringify(state.deltalog).length,
  stored: ({ deltalog, ...state }) => JSON.stringify(state).length + JSON.stringify(deltalog).length,
};

function play(mode) {
  let state = InitializeGame({ game, numPlayers: script.candidates + 1 });
  const written = record[mode];
  let transitions = 0;
  let bytes = 0;
  for (const step of script.steps) {
    const player = step.by === 'current' ? state.ctx.currentPlayer : step.by === 'panel' ? panel : step.by;
    state = reducer(state, move(step.move, step.args, player));
    if (state.transients) throw new Error(`${step.move}: ${JSON.stringify(state.transients)}`);
    transitions += state.deltalog.length;
    bytes += written(state);
  }
  if (!state.ctx.gameover) throw new Error(`the interview did not end: phase ${state.ctx.phase}`);
  const answers = state.G.rounds.flatMap((round) => round.answers);
  seen.transitions = transitions;
  seen.bytes = bytes;
  seen.answers = answers.length;
  seen.evaluations = answers.reduce((count, answer) => count + answer.evaluations.length, 0);
  seen.comparisons = state.G.comparisons.length;
  return state;
}

readline.createInterface({ input: process.stdin }).on('line', (line) => {
  const [mode, times] = line.split(' ');
  const begun = process.cpuUsage();
  for (let turn = 0; turn < Number(times); turn += 1) play(mode);
  const used = process.cpuUsage(begun);
  const us = used.user + used.system;
  process.stdout.write(`${JSON.stringify({ us, steps: script.steps.length, ...seen })}\n`);
});
