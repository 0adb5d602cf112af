import { Module } from '@nestjs/common';
import { ProblemsController } from './problems/problems.controller';
import { WelcomeController } from './welcome.controller';

@Module({ controllers: [WelcomeController, ProblemsController] })
export class PortalModule {}
