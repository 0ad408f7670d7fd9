import type {CommandDefinition} from "../command.ts";
import {decisionAdd} from "../decide/decision-add.ts";

export const command: CommandDefinition = decisionAdd("decide");
