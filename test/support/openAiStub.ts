import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import { listen } from '../harness/ports';

/** A message of the conversation, as OpenAI's Chat Completions API has it. */
export interface ChatMessage {
	role: 'system' | 'developer' | 'user' | 'assistant' | 'tool';
	content: unknown;
	tool_calls?: Array<{ id: string; function: { name: string; arguments: string } }>;
}

/** What a client asks for; only what tests look at. */
export interface ChatRequest {
	messages: ChatMessage[];
	tools?: Array<{
		function: { name: string; description?: string; parameters: { properties: object } };
	}>;
	stream?: boolean;
}

/** What the model does next. */
export type Step = { say: string } | { call: string; with: Record<string, unknown> };

/** A model that follows a script: nothing in it is random, and nothing leaves the machine. */
export interface OpenAiStub {
	/** For the "Base URL" of n8n's OpenAI credential. */
	url: string;
	/** In the order in which they came. */
	requests: ChatRequest[];
	close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<ChatRequest> {
	let text = '';
	for await (const chunk of request) text += String(chunk);
	return JSON.parse(text) as ChatRequest;
}

const head = { id: 'chatcmpl-1', created: 1_700_000_000, model: 'stub' };
const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };

function messageFor(step: Step, turn: number) {
	if ('say' in step) return { role: 'assistant', content: step.say };
	const call = { name: step.call, arguments: JSON.stringify(step.with) };
	return {
		role: 'assistant',
		content: null,
		tool_calls: [{ index: 0, id: `call_${turn}`, type: 'function', function: call }],
	};
}

const reasonFor = (step: Step) => ('say' in step ? 'stop' : 'tool_calls');

function answerAtOnce(response: ServerResponse, step: Step, turn: number): void {
	const message = messageFor(step, turn);
	const choices = [{ index: 0, message, finish_reason: reasonFor(step), logprobs: null }];
	response.setHeader('Content-Type', 'application/json');
	response.end(JSON.stringify({ ...head, object: 'chat.completion', choices, usage }));
}

function answerInPieces(response: ServerResponse, step: Step, turn: number): void {
	const piece = (delta: object, finish_reason: string | null = null) => {
		const choices = [{ index: 0, delta, finish_reason }];
		const chunk = { ...head, object: 'chat.completion.chunk', choices };
		response.write(`data: ${JSON.stringify(chunk)}\n\n`);
	};
	response.setHeader('Content-Type', 'text/event-stream');
	piece(messageFor(step, turn));
	piece({}, reasonFor(step));
	response.end('data: [DONE]\n\n');
}

/**
 * Serves the part of OpenAI's API that n8n's chat model node calls: Chat Completions, answered at
 * once or as a stream, and the list of models.
 *
 * @param decide says from the conversation so far what the model does next
 */
export async function startOpenAiStub(decide: (request: ChatRequest) => Step): Promise<OpenAiStub> {
	const requests: ChatRequest[] = [];
	const handle = async (request: IncomingMessage, response: ServerResponse) => {
		if (request.method === 'GET') {
			response.setHeader('Content-Type', 'application/json');
			response.end(JSON.stringify({ object: 'list', data: [{ id: 'stub', object: 'model' }] }));
			return;
		}
		const asked = await bodyOf(request);
		requests.push(asked);
		const answer = asked.stream ? answerInPieces : answerAtOnce;
		answer(response, decide(asked), requests.length);
	};
	const server: Server = createServer((request, response) => {
		handle(request, response).catch((error: Error) => {
			response.statusCode = 500;
			response.end(JSON.stringify({ error: { message: error.message } }));
		});
	});
	const port = await listen(server);
	return {
		url: `http://127.0.0.1:${port}/v1`,
		requests,
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}
