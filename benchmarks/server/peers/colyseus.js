'use strict';

// A Colyseus room: a synchronised state to which answers are appended, in memory. Patches are sent with each
// answer instead of every 50 ms, so that its latency is its own and not its default interval's.

const { createReadStream } = require('node:fs');
const { Room, Server } = require('@colyseus/core');
const { Schema, ArraySchema, defineTypes } = require('@colyseus/schema');
const { WebSocketTransport } = require('@colyseus/ws-transport');

class Answer extends Schema {}
defineTypes(Answer, { seat: 'string', text: 'string' });

class Interview extends Schema {
  constructor() {
    super();
    this.answers = new ArraySchema();
    this.turn = 0;
  }
}
defineTypes(Interview, { answers: [Answer], turn: 'number' });

class InterviewRoom extends Room {
  onCreate() {
    this.maxClients = 4;
    this.setState(new Interview());
    this.setPatchRate(null);
    this.onMessage('answer', (client, text) => this.answer(client, text));
  }

  answer(client, text) {
    const speaker = this.clients[this.state.turn % this.clients.length];
    if (client !== speaker || typeof text !== 'string' || !text.trim() || text.length > 5000) return;
    this.state.answers.push(new Answer().assign({ seat: client.sessionId, text }));
    this.state.turn += 1;
    this.broadcastPatch();
  }
}

async function main() {
  const transport = new WebSocketTransport({ maxPayload: 64 * 1024 });
  const server = new Server({ transport, greet: false, gracefullyShutdown: false });
  server.define('interview', InterviewRoom);
  await server.listen(0, '127.0.0.1');
  console.log(JSON.stringify({ port: transport.server.address().port }));
  createReadStream(null, { fd: 0 })
    .on('close', () => process.exit(0))
    .resume();
}

main();
