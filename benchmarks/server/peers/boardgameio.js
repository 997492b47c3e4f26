'use strict';

// boardgame.io's own server with its default storage, in memory: a match of four players who answer in turn.
// What it need not do is left out, to its advantage: no undo, no credentials, one move and no phases.

const { createReadStream } = require('node:fs');
const net = require('node:net');
const { Server } = require('boardgame.io/server');
const { INVALID_MOVE } = require('boardgame.io/core');

const answer = ({ G, playerID }, text) => {
  if (!text.trim() || text.length > 5000) return INVALID_MOVE;
  G.answers.push({ seat: playerID, text });
};

const interview = {
  name: 'interview',
  disableUndo: true,
  setup: () => ({ answers: [] }),
  turn: { minMoves: 1, maxMoves: 1 },
  moves: { answer },
};

// It listens everywhere and offers no choice; a benchmark has no business beyond this machine.
const { listen } = net.Server.prototype;
net.Server.prototype.listen = function listenHere(port, ...rest) {
  return listen.call(this, port, '127.0.0.1', ...rest);
};

async function main() {
  const server = Server({ games: [interview], origins: [/localhost/] });
  const written = console.log;
  console.log = () => undefined;
  const { appServer } = await server.run({ port: 0, lobbyConfig: { apiPort: 0 } });
  console.log = written;
  console.log(JSON.stringify({ port: appServer.address().port }));
  createReadStream(null, { fd: 0 })
    .on('close', () => process.exit(0))
    .resume();
}

main();
