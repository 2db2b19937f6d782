"""Every night from the 5th on, when the month before is due: a run of Countywise.

Six attempts, half an hour apart, while the month is not delivered yet (75) or the engine failed; what somebody has to look
at (1, 64) fails at once. For Airflow 3; in Airflow 2 `dag` and `task` come from airflow.decorators. A run triggered by hand
takes other months: {"period": "2020-01..2020-12"}.
"""

import subprocess
from datetime import datetime, timedelta

from airflow.exceptions import AirflowException, AirflowFailException
from airflow.sdk import dag, task

MONTH = "/opt/countywise/conf/schedule/month.sh"
DELIVERY = "/srv/delivery"
WAREHOUSE = "/srv/countywise/warehouse"


@task(retries=5, retry_delay=timedelta(minutes=30))
def month(params=None):
    """Runs the month before this one, or the months of the parameter `period`."""
    command = [MONTH, "--delivery", DELIVERY, "--warehouse", WAREHOUSE]
    period = (params or {}).get("period")
    if period:
        command += ["--period", period]
    code = subprocess.run(command, check=False).returncode
    if code in (1, 64):
        raise AirflowFailException(f"{MONTH} ended with {code}: its sentence in this log says what to do")
    if code:
        raise AirflowException(f"{MONTH} ended with {code}: another attempt may succeed")


@dag(
    dag_id="countywise_month",
    schedule="0 1 5-31 * *",
    start_date=datetime(2020, 1, 1),
    catchup=False,
    max_active_runs=1,
    params={"period": ""},
)
def countywise_month():
    """One task; max_active_runs keeps two runs from one warehouse."""
    month()


countywise_month()
