import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** Of every Linux: the kernel counts the CPU time of processes in hundredths of a second. */
const ticksPerSecond = 100;

/** The fields of /proc/<pid>/stat from the third on; undefined when the process has ended. */
function statOf(pid: number): string[] | undefined {
	try {
		const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
		// The second field, a name in brackets, may hold spaces.
		return text.slice(text.lastIndexOf(')') + 2).split(' ');
	} catch {
		return undefined;
	}
}

const commandOf = (pid: number) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');

/** Whether this system says what processes use. */
export const canMeasureProcesses = process.platform === 'linux';

/** The n8n server among the processes that this one started. */
export function serverProcess(): number {
	const pid = readdirSync('/proc')
		.map(Number)
		.filter((candidate) => Number.isInteger(candidate))
		.filter((candidate) => statOf(candidate)?.[1] === String(process.pid))
		.find((candidate) => commandOf(candidate).includes('start'));
	if (pid === undefined) throw new Error("n8n's process was not found");
	return pid;
}

/** Bytes of memory of a process by a line of its status: in use, and the most so far. */
export function memoryOf(pid: number | 'self', line: 'VmRSS' | 'VmHWM'): number {
	const text = readFileSync(`/proc/${pid}/status`, 'utf8');
	const kilobytes = new RegExp(`^${line}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1];
	if (kilobytes === undefined) throw new Error(`The system does not tell ${line}`);
	return Number(kilobytes) * 1024;
}

/** Makes the kernel forget the highest mark of a process's memory so far. */
export const forgetPeakOf = (pid: number | 'self') => writeFileSync(`/proc/${pid}/clear_refs`, '5');

/** Seconds of CPU time that a process has used so far, all of its threads together. */
export function cpuSeconds(pid: number): number {
	const stat = statOf(pid);
	if (!stat) throw new Error('The measured process has ended');
	const [user, system] = [Number(stat[11]), Number(stat[12])];
	return (user + system) / ticksPerSecond;
}
