import { createHash } from 'node:crypto';
import { command, oneOf } from '../../bodyRules';
import { refuse, type Endpoint } from '../../endpoint';
import { archiveName, archiveText, packedArchive } from './files';

const dayMs = 86_400_000;
const md5 = (data: string | Buffer) => createHash('md5').update(data).digest('hex');
const timeText = (time: number) => new Date(time).toISOString().slice(0, 19).replace('T', ' ');

/**
 * Downloading Historical Messages (1047/34885): addresses of packed files. Which messages an hour has
 * is put into the world by tests; 1004 says that there is no file.
 */
export const getHistory: Endpoint = command({
	path: 'open_msg_svc/get_history',
	callsPerSecond: 10,
	badBody: 1002,
	codes: { notAdmin: 1002 },
	rules: {
		ChatType: oneOf('C2C', 'Group'),
		MsgTime: (value) =>
			typeof value === 'string' && /^\d{10}$/.test(value) ? undefined : 'ten digits',
	},
	handle({ body, state, now, origin = '' }) {
		const chatType = String(body.ChatType);
		const hour = String(body.MsgTime);
		const { sdkAppId } = state.app;
		const packed = packedArchive(state.world, sdkAppId, chatType, hour);
		if (!packed) return refuse(1004, 'there is no file');
		const messages = state.world.archive.get(archiveName(chatType, hour)) ?? [];
		const text = archiveText(sdkAppId, chatType, hour, messages);
		return {
			response: {
				File: [
					{
						URL: `${origin}/archive/${sdkAppId}/${chatType}/${hour}.gz`,
						ExpireTime: timeText(now + dayMs),
						FileSize: Buffer.byteLength(text),
						FileMD5: md5(text),
						GzipSize: packed.length,
						GzipMD5: md5(packed),
					},
				],
			},
		};
	},
});
