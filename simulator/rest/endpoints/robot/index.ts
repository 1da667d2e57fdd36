import { command, filled, flag, short, text, type Rule, type Rules } from '../../bodyRules';
import { accountExists, importAccount } from '../../../state/world';
import { showDirectMessage, directFacts } from '../../directMessage';
import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';

const maxRobots = 20;
const robotId: Rule = (value) =>
	typeof value === 'string' && value.startsWith('@RBT#') && Buffer.byteLength(value) <= 32
		? undefined
		: '@RBT# and more, at most 32 bytes';

const robotCommand = (name: string, rules: Rules, handle: (call: Call) => Outcome): Endpoint =>
	command({ path: `openim_robot_http_svc/${name}`, badBody: 10004, rules, handle });

export const robotEndpoints: readonly Endpoint[] = [
	// Creating a Robot (1047/55281): the same one twice is one.
	robotCommand(
		'create_robot',
		{ UserID: robotId, 'Nick?': text, 'FaceUrl?': text, 'SelfSignature?': short(500) },
		(call) => {
			const { UserID, Nick } = call.body;
			const { world } = call.state;
			if (world.robots.size >= maxRobots && !world.robots.has(String(UserID))) {
				return refuse(10008, 'more than 20 robots');
			}
			world.robots.add(String(UserID));
			importAccount(world, { userId: String(UserID), ...(Nick && { nick: String(Nick) }) });
			return { response: {} };
		},
	),
	// Deleting a Robot (1047/55282): its UserID stays.
	robotCommand('delete_robot', { Robot_Account: robotId }, (call) => {
		call.state.world.robots.delete(String(call.body.Robot_Account));
		return { response: {} };
	}),
	// Getting All Robots (1047/55280).
	robotCommand('get_all_robots', {}, (call) => ({
		response: { Robot_Account: [...call.state.world.robots] },
	})),
	// Sending a Streaming Message (1047/71131): each call appends to the text.
	robotCommand(
		'send_stream_msg',
		{
			From_Account: robotId,
			To_Account: filled,
			Chunk: text,
			'MsgKey?': filled,
			'Finish?': flag,
		},
		(call) => {
			const { From_Account, To_Account, Chunk, MsgKey, Finish } = call.body;
			const { world } = call.state;
			if (!world.robots.has(String(From_Account))) return refuse(10004, 'there is no such robot');
			if (!accountExists(world, String(To_Account))) return refuse(10004, 'no such receiver');
			const time = Math.floor(call.now / 1000);
			const key = typeof MsgKey === 'string' ? MsgKey : `${world.streams.size + 1}_1_${time}`;
			if (MsgKey !== undefined && !world.streams.has(key)) return refuse(10004, 'no such message');
			const said = `${world.streams.get(key) ?? ''}${String(Chunk)}`;
			world.streams.set(key, said);
			if (Finish === 1) {
				world.streams.delete(key);
				showDirectMessage(
					call,
					{
						sender: String(From_Account),
						receiver: String(To_Account),
						elements: [{ MsgType: 'TIMTextElem', MsgContent: { Text: said } }],
						random: 1,
						onlineOnly: false,
						facts: directFacts(call.body),
					},
					{ seq: 1, time, key },
				);
			}
			return { response: { MsgKey: key } };
		},
	),
];
