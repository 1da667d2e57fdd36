import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

import { until } from '../../test/harness/eventually';
import { packageName, projectFolder } from '../../test/harness/project';
import type { Profile } from '../figures';

interface CallFrame {
	functionName: string;
	url: string;
	lineNumber: number;
}

/** The parts of a V8 CPU profile that count here. */
interface CpuProfile {
	nodes: Array<{ id: number; callFrame: CallFrame }>;
	samples: number[];
	/** Microseconds before each sample. */
	timeDeltas: number[];
}

const shownFunctions = 15;

const idle = 'idle';
const profiler = 'profiler';

/** What a piece of code belongs to: this package, Node.js, V8, or an npm package. */
function ownerOf({ functionName, url }: CallFrame): string {
	if (url === 'node:inspector') return profiler;
	if (url.startsWith('node:')) return 'Node.js (JavaScript)';
	if (url === '') {
		if (functionName === '(garbage collector)') return 'V8: garbage collection';
		if (functionName === '(idle)') return idle;
		return 'Node.js and V8 (native)';
	}
	const [, path] = url.split(/.*\/node_modules\//);
	if (path === undefined) return url.includes(projectFolder) ? packageName : 'other';
	const [scope = '', name = ''] = path.split('/');
	return scope.startsWith('@') ? `${scope}/${name}` : scope;
}

/** A function and where it is. */
function nameOf(frame: CallFrame): string {
	const { functionName, url, lineNumber } = frame;
	const file = url.split('/').at(-1) ?? '';
	const place = file === '' ? '' : ` (${ownerOf(frame)}, ${file}:${lineNumber + 1})`;
	return `${functionName || '(anonymous)'}${place}`;
}

/** Time of their own of all functions, in groups, without what only profiling costs. */
function secondsBy(profile: CpuProfile, group: (frame: CallFrame) => string): Profile {
	const counted = profile.nodes.filter(({ callFrame }) => {
		const owner = ownerOf(callFrame);
		return owner !== idle && owner !== profiler;
	});
	const groupOf = new Map(counted.map(({ id, callFrame }) => [id, group(callFrame)]));
	const seconds = new Map<string, number>();
	profile.samples.forEach((id, index) => {
		const owner = groupOf.get(id);
		if (owner === undefined) return;
		seconds.set(owner, (seconds.get(owner) ?? 0) + (profile.timeDeltas[index] ?? 0) / 1e6);
	});
	return [...seconds]
		.map(([owner, value]) => ({ owner, seconds: value }))
		.sort((a, b) => b.seconds - a.seconds);
}

/**
 * Takes a CPU profile of a process that has the profiler hook, while `work` goes on.
 *
 * @param file where the hook writes
 * @param kept where the profile stays, for a look at it with a developer tool
 */
export async function profiling(
	pid: number,
	file: string,
	kept: string,
	work: () => Promise<void>,
): Promise<{ profile: Profile; functions: Profile }> {
	rmSync(file, { force: true });
	process.kill(pid, 'SIGUSR2');
	await pause(500);
	await work();
	process.kill(pid, 'SIGUSR2');
	await until('the profile', () => existsSync(file));
	renameSync(file, kept);
	const taken = JSON.parse(readFileSync(kept, 'utf8')) as CpuProfile;
	return {
		profile: secondsBy(taken, ownerOf),
		functions: secondsBy(taken, nameOf).slice(0, shownFunctions),
	};
}
