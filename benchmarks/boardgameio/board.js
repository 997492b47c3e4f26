'use strict';

// A ranking as a boardgame.io author would write it: running tallies, mean total first, then duels won.
// It does less than interview_engine's Bradley-Terry board over all evidence, to boardgame.io's advantage.

const emptyTallies = (seats) => seats.map((seat) => ({ seat, sum: 0, answers: 0, won: 0 }));

const total = (levels) => {
  const sum = levels.reduce((gained, level) => gained + (level - 1) * 25, 0);
  return Math.round((sum / levels.length) * 100) / 100;
};

function countScore(tallies, seat, score) {
  const tally = tallies.find((other) => other.seat === seat);
  tally.sum += score;
  tally.answers += 1;
}

function countDuel(tallies, first, second, verdict) {
  const share = verdict === 'first' ? 1 : verdict === 'second' ? 0 : 0.5;
  tallies.find((other) => other.seat === first).won += share;
  tallies.find((other) => other.seat === second).won += 1 - share;
}

function rank(tallies) {
  const rows = tallies.map(({ seat, sum, answers, won }) => ({ seat, mean: answers ? sum / answers : 0, won, answers }));
  rows.sort((a, b) => b.mean - a.mean || b.won - a.won || (a.seat < b.seat ? -1 : 1));
  return rows.map((row, index) => ({ ...row, rank: index + 1 }));
}

module.exports = { countDuel, countScore, emptyTallies, rank, total };
