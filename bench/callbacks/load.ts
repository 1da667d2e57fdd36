import { setTimeout as pause } from 'node:timers/promises';

import { callbackAddress, customerMessage } from './callback';
import { headerCredential } from './workflow';

/** What became of the callbacks of a run. */
export interface Responses {
	/** Milliseconds from sending each answered callback to the end of its response. */
	times: number[];
	/** Callbacks that were not answered with 200. */
	unanswered: number;
}

async function send(url: string, token: string, number: number): Promise<number | undefined> {
	const body = JSON.stringify(customerMessage(number));
	const address = callbackAddress(url, token);
	const { name, value } = headerCredential.data;
	const began = performance.now();
	try {
		const response = await fetch(address, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json', [name]: value },
			body,
		});
		await response.arrayBuffer();
		return response.status === 200 ? performance.now() - began : undefined;
	} catch {
		return undefined;
	}
}

/**
 * Sends callbacks at a steady pace, whether or not the earlier ones were answered: a receiver that
 * is slow gets no break.
 */
export async function sendCallbacks(
	url: string,
	token: string,
	count: number,
	perSecond: number,
): Promise<Responses> {
	const began = performance.now();
	const underWay: Array<Promise<number | undefined>> = [];
	for (let number = 0; number < count; number += 1) {
		const wait = began + (number * 1000) / perSecond - performance.now();
		if (wait > 0) await pause(wait);
		underWay.push(send(url, token, number));
	}
	const times = (await Promise.all(underWay)).filter((time) => time !== undefined);
	return { times, unanswered: count - times.length };
}
