"""A server's whole life: started, announced, stopped by a signal."""

from __future__ import annotations

import asyncio
import sys

import structlog

from adapters.local_identity.secret import SecretRefused
from adapters.program.announcing import Started, announce
from adapters.program.bootstrap import running_server
from adapters.program.language_models import NO_MODELS, ChosenModels, voice_lines
from adapters.program.listening import CannotListen
from adapters.program.logs import LoopTroubles, configure_logs, for_people
from adapters.program.settings_loading import LoadedSettings
from adapters.program.stopping import StopSignals, tell
from adapters.program.texts import ProgramTexts, program_texts
from adapters.program.troubles import explained_folder, explained_listening, explained_store
from adapters.service.event_store import EventStoreError
from adapters.service.faults import where
from adapters.terminal.bootstrap import Program
from adapters.terminal.failures import ExitCode, Failure

log = structlog.get_logger("server")


def serve(program: Program, loaded: LoadedSettings, models: ChosenModels = NO_MODELS) -> int:
    """Serve until a signal comes.

    Returns:
        0 after an orderly stop, 1 when its time ran out.

    Raises:
        Failure: The server can't start, or a bug ended it.
    """
    words = program_texts(program.language)
    settings = loaded.settings
    configure_logs(settings.log_format, settings.log_level)
    try:
        return asyncio.run(_serve(loaded, models, words))
    except CannotListen as error:
        raise explained_listening(error, words) from error
    except EventStoreError as error:
        raise explained_store(error, settings.database, words) from error
    except SecretRefused as error:
        raise Failure(error.message(program.language), "", ExitCode.FILE) from error
    except OSError as error:
        raise explained_folder(error, settings.data, words) from error
    except Exception as error:
        # Told by its class and place: a crash note would hold whatever its message quotes.
        log.exception("server.failed")
        text = words.server_failed.format(error=type(error).__name__, where=where(error))
        raise Failure(text, words.hint_server_failed, ExitCode.BUG) from error


async def _serve(loaded: LoadedSettings, models: ChosenModels, words: ProgramTexts) -> int:
    asyncio.get_running_loop().set_exception_handler(LoopTroubles())
    stop = StopSignals(words.stopped_at_once)
    stop.install()
    people = for_people(loaded.settings.log_format, sys.stdout)
    async with running_server(loaded.settings, models) as server:
        started = Started(
            url=server.url,
            port=server.port,
            rooms=server.service.live_rooms,
            quarantined=server.service.quarantined,
            models=models.lines,
            voice=voice_lines(models, words),
        )
        announce(started, loaded, words)
        signal = await stop.wait()
        log.info("server.stopping", signal=signal.name, within_ms=loaded.settings.drain_ms)
        if people:
            tell(f"\n{words.stopping}", sys.stdout)
    log.info("server.stopped", clean=server.stopped_in_time)
    if not server.stopped_in_time:
        tell(words.stopped_late.format(ms=loaded.settings.drain_ms), sys.stderr)
        return ExitCode.FOUND_SOMETHING
    if people:
        tell(words.stopped, sys.stdout)
    return ExitCode.FINE
