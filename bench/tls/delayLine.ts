import type { Socket } from 'node:net';

/**
 * Carries the bytes of one socket to another after a delay, in order: one direction of a long
 * line. The bandwidth is not limited.
 *
 * @param delays milliseconds by number of the piece of data, from 0
 */
export function delayLine(from: Socket, to: Socket, delays: (piece: number) => number): void {
	const onTheWay: Array<() => void> = [];
	let pieces = 0;
	let lastArrival = 0;
	const carry = (deliver: () => void) => {
		const now = performance.now();
		// Nothing overtakes what was sent before it.
		lastArrival = Math.max(lastArrival, now + delays(pieces));
		pieces += 1;
		onTheWay.push(deliver);
		setTimeout(() => onTheWay.shift()?.(), lastArrival - now);
	};
	from.on('data', (bytes) => carry(() => to.write(bytes)));
	from.on('end', () => carry(() => to.end()));
	from.on('error', () => to.destroy());
	from.on('close', () => carry(() => to.destroy()));
}
