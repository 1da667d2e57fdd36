import { randomUUID } from 'node:crypto';
import type { Call, Endpoint, Outcome } from '../../endpoint';
import { categoryCommands } from './categories';
import { isFilled, knowledgeCommand, wrong } from './checks';
import { questionCommands } from './questions';

const maxNicknameCharacters = 50;

/** Page 269/118512. */
function addRobot({ body, state }: Call): Outcome {
	const { RobotNickName } = body;
	if (!isFilled(RobotNickName) || [...RobotNickName].length > maxNicknameCharacters) {
		return wrong('RobotNickName', `of 1 to ${maxNicknameCharacters} characters`);
	}
	const robotId = `@RBT#${randomUUID()}`;
	state.world.knowledge.robots.set(robotId, RobotNickName);
	return { response: { RobotId: robotId } };
}

/** The chatbots of a desk and what they know. */
export const knowledgeEndpoints: readonly Endpoint[] = [
	...questionCommands,
	...categoryCommands,
	knowledgeCommand('desk_add_robot', ['RobotNickName'], addRobot),
];
